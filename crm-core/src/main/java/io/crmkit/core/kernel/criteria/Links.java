package io.crmkit.core.kernel.criteria;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.core.kernel.model.EntityModel;
import java.util.stream.Stream;

/** Attributes that hold ids of other records. */
public final class Links {

  private Links() {}

  /**
   * @throws IllegalArgumentException if the attribute does not hold ids of these records
   */
  public static void require(EntityModel<?> model, Attribute<?, ?> link) {
    boolean fits =
        Stream.of(model.entity().type().getRecordComponents())
            .anyMatch(c -> c.getName().equals("id") && c.getType() == link.type());
    if (!fits) {
      throw new IllegalArgumentException(link.path() + " does not refer to a " + model.name());
    }
  }
}
