"""What writes files of the project: tables, and parts of the documentation."""
