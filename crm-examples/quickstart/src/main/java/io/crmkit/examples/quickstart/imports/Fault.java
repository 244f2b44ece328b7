package io.crmkit.examples.quickstart.imports;

/** What is wrong with a field of a row. */
record Fault(String field, String reason) {}
