package io.crmkit.api.asset;

import io.crmkit.api.module.ProvidedBy;
import java.util.Optional;

/** The little that other modules ask of the installed base. */
@ProvidedBy("io.crmkit:crm-assets")
public interface AssetLookup {

  /** Facts of a unit; empty if there is none that the caller may see. */
  Optional<AssetFacts> facts(AssetId id);
}
