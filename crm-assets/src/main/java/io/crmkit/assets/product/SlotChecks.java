package io.crmkit.assets.product;

import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductSlot;
import io.crmkit.assets.check.Codes;
import io.crmkit.assets.check.Faults;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What slots of a product must look like, and which of its components are in them. Pure. */
final class SlotChecks {

  private static final int MAX_SLOTS = 500;
  private static final int MAX_FITS = 200;

  private SlotChecks() {}

  static void check(Faults faults, ProductContent content) {
    Map<String, ProductSlot> slots = checkSlots(faults, content.slots());
    Set<String> used = new HashSet<>();
    for (int i = 0; i < content.components().size(); i++) {
      String path = "content.components[" + i + "].slots";
      ProductComponent component = content.components().get(i);
      if (component.slots().size() > Math.max(0, component.quantity())) {
        faults.add(path, "must not be more than there are units");
      }
      for (int k = 0; k < component.slots().size(); k++) {
        String problem = problem(component, component.slots().get(k), slots, used);
        if (problem != null) {
          faults.add(path + "[" + k + "]", problem);
        }
      }
    }
  }

  private static @Nullable String problem(
      ProductComponent component, String code, Map<String, ProductSlot> slots, Set<String> used) {
    ProductSlot slot = slots.get(Codes.normalised(code));
    if (slot == null) {
      return "is no slot of the product";
    }
    if (!slot.takes(component.product())) {
      return "does not take the component";
    }
    return used.add(Codes.normalised(code)) ? null : "takes another unit already";
  }

  private static Map<String, ProductSlot> checkSlots(Faults faults, List<ProductSlot> slots) {
    if (slots.size() > MAX_SLOTS) {
      faults.add("content.slots", "must not be more than " + MAX_SLOTS);
    }
    Map<String, ProductSlot> byCode = new HashMap<>();
    for (int i = 0; i < slots.size(); i++) {
      String path = "content.slots[" + i + "]";
      ProductSlot slot = slots.get(i);
      Codes.check(faults, path + ".code", slot.code(), Codes.MAX_SLOT);
      faults.text(path + ".name.en", slot.name().en(), 100);
      faults.text(path + ".name.zh", slot.name().zh(), 100);
      if (slot.fits().size() > MAX_FITS) {
        faults.add(path + ".fits", "must not be more than " + MAX_FITS);
      }
      if (byCode.putIfAbsent(Codes.normalised(slot.code()), slot) != null) {
        faults.add(path + ".code", "is used twice");
      }
    }
    return byCode;
  }
}
