package io.crmkit.api.view;

import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import java.util.List;

/**
 * A module's part of the 360-degree view of a customer.
 *
 * @param module the id of the module that tells it
 * @param key a stable word within the module, such as {@code "open-requests"}
 * @param title the heading, for people
 * @param lines what there is to know; empty if there is nothing
 */
public record ViewSection(String module, String key, Label title, List<Line> lines) {

  public ViewSection {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param subject the record it speaks of
   * @param text what there is to know, for people
   */
  public record Line(EntityRef subject, Label text) {}
}
