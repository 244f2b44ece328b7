package io.crmkit.core.kernel.storage;

import io.crmkit.api.criteria.Order;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place of a row in an order: its sort values and its id. Written as text it is the cursor of a
 * page.
 *
 * @param values the canonical values of the sort keys
 * @param id the row's id
 */
public record PageKey(List<@Nullable Object> values, UUID id) {

  private static final String SEPARATOR = "\n";

  public static <E> PageKey of(EntityModel<E> model, List<Order<E>> orders, E row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Order<E> order : orders) {
      values.add(model.column(order.attribute()).valueOf(row));
    }
    return new PageKey(values, model.idOf(row));
  }

  /** The cursor. It names its sort keys, so that it is refused with another order. */
  public <E> String write(List<Order<E>> orders) {
    List<String> lines = new ArrayList<>(List.of(signature(orders), id.toString()));
    for (Object value : values) {
      lines.add(
          value == null
              ? "-"
              : "="
                  + Base64.getEncoder()
                      .encodeToString(value.toString().getBytes(StandardCharsets.UTF_8)));
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(SEPARATOR, lines).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws InvalidInput if the text is not a cursor of this order
   */
  public static <E> PageKey read(EntityModel<E> model, List<Order<E>> orders, String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> lines = Arrays.asList(text.split(SEPARATOR, -1));
      if (lines.size() != orders.size() + 2 || !lines.get(0).equals(signature(orders))) {
        throw new InvalidInput("after", "is a cursor of another query");
      }
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 0; i < orders.size(); i++) {
        Column column = model.column(orders.get(i).attribute());
        values.add(parse(column.type(), lines.get(i + 2)));
      }
      return new PageKey(values, UUID.fromString(lines.get(1)));
    } catch (RuntimeException e) {
      if (e instanceof InvalidInput invalid) {
        throw invalid;
      }
      throw new InvalidInput("after", "is not a cursor");
    }
  }

  private static <E> String signature(List<Order<E>> orders) {
    StringBuilder keys = new StringBuilder("1");
    orders.forEach(
        o -> keys.append(' ').append(o.attribute().path()).append(o.direction().name().charAt(0)));
    return keys.toString();
  }

  private static @Nullable Object parse(DbType type, String line) {
    if (line.equals("-")) {
      return null;
    }
    String text = new String(Base64.getDecoder().decode(line.substring(1)), StandardCharsets.UTF_8);
    return type.parse(text);
  }
}
