package io.crmkit.core.kernel.boot;

import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.sql.SchemaName;
import io.crmkit.core.kernel.work.KernelEntities;
import io.crmkit.core.spi.storage.Entity;
import java.util.ArrayList;
import java.util.List;

/**
 * The entities of all modules, compiled.
 *
 * @param faults what is wrong with their declarations, each with its module
 */
record Models(ModelRegistry registry, List<String> faults) {

  /** The kernel's logs come last, so that every flush writes them after what they tell of. */
  static Models of(List<Registration> registrations, SchemaName schema) {
    ModelRegistry models = new ModelRegistry(schema.name());
    List<String> faults = new ArrayList<>();
    for (Registration registration : registrations) {
      for (Entity<?> entity : registration.entities) {
        if (!KernelEntities.LOGS.contains(entity)) {
          for (String fault : models.add(entity)) {
            faults.add(registration.label() + ": " + fault);
          }
        }
      }
    }
    for (Entity<?> log : KernelEntities.LOGS) {
      faults.addAll(models.add(log));
    }
    for (Registration registration : registrations) {
      for (Entity<?> entity : registration.entities) {
        for (Entity.Owner owner : entity.owners()) {
          if (!models.has(owner.owner())) {
            faults.add(
                registration.label()
                    + ": the owner of "
                    + entity.name()
                    + " is no entity: "
                    + owner.owner().getName());
          }
        }
      }
    }
    return new Models(models, faults);
  }
}
