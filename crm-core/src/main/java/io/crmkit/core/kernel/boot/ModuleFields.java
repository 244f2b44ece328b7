package io.crmkit.core.kernel.boot;

import io.crmkit.api.error.InvalidInput.Fault;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.core.kernel.field.DeclarationRules;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.work.FieldDeclarations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The custom fields that modules declare. */
final class ModuleFields {

  private final ModelRegistry models;
  private final List<String> faults;

  /**
   * @param faults gets what is wrong
   */
  ModuleFields(ModelRegistry models, List<String> faults) {
    this.models = models;
    this.faults = faults;
  }

  /** Those that can be had: a field of an entity whose module is not there is passed over. */
  List<FieldDefinition> of(List<Registration> registrations) {
    List<FieldDefinition> fields = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Registration registration : registrations) {
      for (FieldDeclaration declaration : registration.fields) {
        if (models.has(declaration.entity())) {
          add(registration, declaration, taken, fields);
        }
      }
    }
    return List.copyOf(fields);
  }

  private void add(
      Registration registration,
      FieldDeclaration declaration,
      Set<String> taken,
      List<FieldDefinition> fields) {
    EntityModel<?> model = models.of(declaration.entity());
    String label =
        registration.label() + ": the field " + declaration.key() + " of " + model.name();
    if (!model.isCustomizable()) {
      faults.add(label + ": records of " + model.name() + " have no custom fields");
      return;
    }
    if (!taken.add(model.name() + "\n" + declaration.key())) {
      faults.add(label + " is declared twice");
      return;
    }
    FieldDefinition field =
        FieldDeclarations.definition(
            models,
            declaration,
            new FieldDefinition.Origin(registration.id(), 0, FieldDefinition.State.ACTIVE));
    for (Fault fault : DeclarationRules.check(field, registration.id())) {
      faults.add(label + ": " + fault.path() + " " + fault.problem());
    }
    fields.add(field);
  }
}
