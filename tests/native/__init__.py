"""Tests of the native core against the Python that it must equal."""
