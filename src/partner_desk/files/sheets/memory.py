"""Limits on the memory of the reading process, by whatever the system has for it."""

import sys

_MEGABYTE = 1024**2


def limit_memory(megabytes: int) -> None:
    """Let this process have no more memory; macOS has no such limit, the parent watches there."""
    if sys.platform == "win32":
        _join_a_job(megabytes * _MEGABYTE)
    elif sys.platform != "darwin":
        import resource

        most = megabytes * _MEGABYTE
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def watches(platform: str = sys.platform) -> bool:
    """Whether the parent must look at how much memory its child holds."""
    return platform == "darwin"


def held(process: int) -> float:
    """Megabytes that a process holds, 0 where this cannot be told."""
    import subprocess

    found = subprocess.run(
        ["/bin/ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    text = found.stdout.strip()
    return int(text) / 1024 if text.isdigit() else 0.0


def _join_a_job(most: int) -> None:
    """A job of Windows with a limit, which this process puts itself into."""
    if sys.platform != "win32":
        return
    import ctypes
    from ctypes import wintypes

    class Basic(ctypes.Structure):
        _fields_ = [
            ("PerProcessUserTimeLimit", ctypes.c_int64), ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD), ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t), ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t), ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class Extended(ctypes.Structure):
        _fields_ = [
            ("BasicLimitInformation", Basic), ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t), ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t), ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    of_process_memory, extended_information = 0x100, 9
    limits = Extended(ProcessMemoryLimit=most)
    limits.BasicLimitInformation.LimitFlags = of_process_memory
    kernel = ctypes.WinDLL("kernel32")
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
    kernel.SetInformationJobObject(
        job, extended_information, ctypes.byref(limits), ctypes.sizeof(limits)
    )
    kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))
