package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.story.Tale;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How units, and the times during which somebody had them, are told. */
final class Units {

  private Units() {}

  /** A unit and all below it, line by line. */
  static void tree(Tale tale, AssetId root, boolean withStatus) {
    for (AssetTree.Node node : tale.get(Assets.class).tree(root).nodes()) {
      String function = node.function() == null ? "" : " - " + node.function();
      String status = withStatus ? tale.text(": ", "：") + tale.text(node.status().label()) : "";
      tale.tell()
          .row(
              "  ".repeat(node.depth())
                  + "["
                  + tale.text(role(node.role()))
                  + "] "
                  + node.label()
                  + function
                  + status);
    }
  }

  private static Label role(UnitRole role) {
    return switch (role) {
      case SYSTEM -> new Label("system", "系统");
      case MACHINE -> new Label("machine", "机器");
      case PART -> new Label("part", "部件");
    };
  }

  /** How a customer is called. */
  static CustomerName name(Tale tale, CustomerId customer) {
    return tale.get(Customers.class).get(customer).name();
  }

  /** From when until when; null if it lasts. */
  static String time(Tale tale, Instant from, @Nullable Instant to) {
    return to == null
        ? tale.tell().formats().fill(new Label("since {0}", "{0} 起"), from)
        : tale.tell().formats().fill(new Label("{0} to {1}", "{0} 至 {1}"), from, to);
  }
}
