package io.crmkit.api.document;

/**
 * A file to be stored.
 *
 * @param name the file's name, 1 to 255 characters, without a path
 * @param mediaType such as {@code "application/pdf"}
 */
public record NewDocument(String name, String mediaType) {}
