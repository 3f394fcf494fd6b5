"""The window around the areas: navigation, search, undo, jobs, opening and closing an office."""
