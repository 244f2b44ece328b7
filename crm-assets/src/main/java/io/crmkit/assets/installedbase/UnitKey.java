package io.crmkit.assets.installedbase;

import io.crmkit.api.asset.SourceLine;
import java.util.UUID;

/**
 * What names a unit of a sale: the line and the unit within it, the same from the quote to the
 * shipment.
 */
record UnitKey(UUID line, String unit) {

  static UnitKey of(SourceLine source) {
    return new UnitKey(source.line(), source.unit());
  }

  /** The unit that stands on the line itself, numbered from 1. */
  static UnitKey numbered(UUID line, int number) {
    return new UnitKey(line, Integer.toString(number));
  }

  /** A component of this unit. */
  UnitKey component(int number) {
    return new UnitKey(line, unit + "." + number);
  }

  /** Whether it stands on the line itself. */
  boolean onLine() {
    return unit.indexOf('.') < 0;
  }

  /** Whether it is a component of that one, at any depth. */
  boolean isWithin(UnitKey whole) {
    return line.equals(whole.line) && unit.startsWith(whole.unit + ".");
  }

  /** Its number, or that of the unit on the line that it is within; 0 if it has none. */
  int number() {
    int dot = unit.indexOf('.');
    try {
      return Integer.parseInt(dot < 0 ? unit : unit.substring(0, dot));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
