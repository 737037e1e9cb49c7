"""Pages saved as text: what each of their lines is, which is the title, and what recurs on many of them."""
