package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a quote, an order or a project sells: the list from which units come into the installed
 * base.
 *
 * @param source the quote, order or project
 * @param customer who buys
 * @param state how far it has come
 * @param reference the number that people know it by
 * @param lines what is sold, bundles with their components as lines of their own
 */
public record SoldGoods(
    EntityRef source, CustomerId customer, State state, String reference, List<Line> lines) {

  public SoldGoods {
    lines = List.copyOf(lines);
  }

  /** How far a sale has come. */
  public enum State implements Labelled {
    /** Offered, not yet ordered: units can only be provisional. */
    OFFERED("offered", "已报价"),
    /** Ordered, not yet carried out: units can only be provisional. */
    ORDERED("ordered", "已下单"),
    /** Carried out, at least in part: what was shipped can be pushed. */
    EXECUTED("carried out", "已执行"),
    /** Lost, refused or cancelled. */
    VOID("void", "已作废");

    private final Label label;

    State(String en, String zh) {
      this.label = new Label(en, zh);
    }

    @Override
    public Label label() {
      return label;
    }
  }

  /**
   * One line. A line that has lines below, and of which nothing was shipped, is a bundle: it is not
   * shipped itself, and counts as shipped with the first of its components.
   *
   * @param id stable from the quote through the order to the shipment, so that a unit made
   *     provisionally for a quote's line is found again
   * @param parent the line of the bundle that this is a component of, or null
   * @param product the catalogue's product, or null if it is not in the catalogue
   * @param description the product's name as sold
   * @param quantity units ordered, one or more; of a component, for all units of the bundle
   *     together
   * @param delivery what has been shipped so far
   */
  public record Line(
      UUID id,
      @Nullable UUID parent,
      @Nullable ProductId product,
      String description,
      int quantity,
      Delivery delivery) {}

  /**
   * What was shipped of a line.
   *
   * @param quantity units shipped so far
   * @param lastOn the date of the latest shipment, or null if there was none
   * @param serialNumbers those known so far, in the order of shipment; may be fewer than shipped
   */
  public record Delivery(int quantity, @Nullable LocalDate lastOn, List<String> serialNumbers) {

    public Delivery {
      serialNumbers = List.copyOf(serialNumbers);
    }

    public static Delivery none() {
      return new Delivery(0, null, List.of());
    }
  }
}
