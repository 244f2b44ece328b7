package io.crmkit.core.kernel.work;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;

/** Declarations as definitions: entities by their stable names. */
public final class FieldDeclarations {

  private FieldDeclarations() {}

  /** An entity that is not loaded goes by the name of its class, which no record can refer to. */
  public static FieldDefinition definition(
      ModelRegistry models, FieldDeclaration declaration, FieldDefinition.Origin origin) {
    Class<?> target = declaration.target();
    return new FieldDefinition(
        models.of(declaration.entity()).name(),
        declaration.key(),
        declaration.type(),
        declaration.label(),
        declaration.rules(),
        declaration.use(),
        target == null ? null : models.has(target) ? models.of(target).name() : target.getName(),
        origin);
  }

  /**
   * The model of an entity whose records have custom fields.
   *
   * @throws InvalidInput naming the path, if there is none
   */
  static <E> EntityModel<E> customizable(ModelRegistry models, Class<E> entity) {
    if (!models.has(entity) || !models.of(entity).isCustomizable()) {
      throw new InvalidInput("entity", "records of " + entity.getName() + " have no custom fields");
    }
    return models.of(entity);
  }
}
