"""The document printer: a plain description of a document in, PDF bytes out."""
