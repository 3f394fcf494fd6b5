"""The packet of an agreement as a document: cover and routing sheet, contents, agreement, exhibits,
signature pages.

It takes plain texts in one language or in two and knows no record of the office. Headings are
looked up in the catalogue of each language of the paper.
"""
