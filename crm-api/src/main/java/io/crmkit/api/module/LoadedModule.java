package io.crmkit.api.module;

/**
 * A module that was loaded.
 *
 * @param info what it says of itself
 * @param location the jar or folder it came from
 */
public record LoadedModule(ModuleInfo info, String location) {}
