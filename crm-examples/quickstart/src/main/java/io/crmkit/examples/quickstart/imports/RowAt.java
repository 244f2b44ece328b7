package io.crmkit.examples.quickstart.imports;

/** Where a row stands: a file and the line on which it begins, counted from 1. */
record RowAt(String file, long line) {}
