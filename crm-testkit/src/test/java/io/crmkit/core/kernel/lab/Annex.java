package io.crmkit.core.kernel.lab;

import io.crmkit.api.module.ProvidedBy;

/** The annex's service. */
@ProvidedBy("io.crmkit:crm-annex")
public interface Annex {

  /** Asks the host's port. */
  String ask(String question);
}
