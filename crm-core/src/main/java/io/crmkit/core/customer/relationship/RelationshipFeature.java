package io.crmkit.core.customer.relationship;

import io.crmkit.api.customer.relationship.RelationshipBegan;
import io.crmkit.api.customer.relationship.RelationshipEnded;
import io.crmkit.api.customer.relationship.Relationships;
import io.crmkit.core.spi.module.ModuleRegistrar;

/** How customers are related to each other. */
public final class RelationshipFeature {

  private RelationshipFeature() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.entity(RelationshipEntity.RELATIONSHIPS);
    registrar.event(RelationshipBegan.class);
    registrar.event(RelationshipEnded.class);
    registrar.service(Relationships.class, RelationshipService.class);
  }
}
