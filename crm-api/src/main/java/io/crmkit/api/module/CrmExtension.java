package io.crmkit.api.module;

/**
 * Something that can be plugged into CrmKit. Modules implement {@code CrmModule} of crm-core, which
 * extends this; the host only hands them over.
 */
public interface CrmExtension {

  ModuleInfo info();
}
