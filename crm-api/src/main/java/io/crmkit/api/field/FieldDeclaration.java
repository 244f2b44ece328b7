package io.crmkit.api.field;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A custom field as a module or a tenant declares it.
 *
 * <pre>{@code
 * FieldDeclaration.of(Customer.class, Field.choice("tier"))
 *     .withLabel(FieldLabel.of("Tier", "等级"))
 *     .withRules(FieldRules.any().withChoices(List.of(FieldChoice.of("gold"), FieldChoice.of("silver"))))
 *     .withUse(FieldUse.searched())
 * }</pre>
 *
 * @param entity the record class of the entity that gets it
 * @param key the field's key
 * @param type what it holds
 * @param label what people call it
 * @param rules what values must be like
 * @param use what it is for
 * @param target the record class that a {@link FieldType#REFERENCE} refers to; null for others
 */
@RecordBuilder
public record FieldDeclaration(
    Class<?> entity,
    String key,
    FieldType type,
    FieldLabel label,
    FieldRules rules,
    FieldUse use,
    @Nullable Class<?> target)
    implements FieldDeclarationBuilder.With {

  public FieldDeclaration {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(use, "use");
  }

  /** A field that may hold anything of its type, and is shown only. */
  public static FieldDeclaration of(Class<?> entity, Field<?> field) {
    return new FieldDeclaration(
        entity,
        field.key(),
        field.type(),
        FieldLabel.none(),
        FieldRules.any(),
        FieldUse.shown(),
        null);
  }
}
