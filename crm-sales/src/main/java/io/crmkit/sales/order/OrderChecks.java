package io.crmkit.sales.order;

import io.crmkit.api.sales.order.ErpAnswer;
import io.crmkit.api.sales.order.RecordErpAnswer;
import io.crmkit.sales.validation.Faults;
import java.util.HashSet;
import java.util.Set;

/** Finds every fault of what the ERP says. */
final class OrderChecks {

  private static final int MAX_UNITS = 1_000_000_000;
  private static final int MAX_LINES = 10_000;

  private OrderChecks() {}

  static void check(RecordErpAnswer command) {
    Faults faults = new Faults();
    faults.text("messageKey", command.messageKey(), 200);
    ErpAnswer answer = command.answer();
    if (answer instanceof ErpAnswer.Accepted accepted) {
      faults.text("answer.erpNumber", accepted.erpNumber(), 100);
    } else if (answer instanceof ErpAnswer.Declined declined) {
      faults.text("answer.reason", declined.reason(), 500);
    } else if (answer instanceof ErpAnswer.Cancelled cancelled) {
      faults.text("answer.reason", cancelled.reason(), 500);
    } else if (answer instanceof ErpAnswer.Invoiced invoiced) {
      faults.text("answer.invoiceNumber", invoiced.invoiceNumber(), 100);
    } else if (answer instanceof ErpAnswer.Shipped shipped) {
      faults.count("answer.lines", shipped.lines().size(), MAX_LINES);
      for (int i = 0; i < shipped.lines().size(); i++) {
        line(faults, "answer.lines[" + i + "].", shipped.lines().get(i));
      }
    }
    faults.raise();
  }

  private static void line(Faults faults, String path, ErpAnswer.ShippedLine line) {
    faults.count(path + "quantity", line.quantity(), MAX_UNITS);
    if (line.serialNumbers().size() > line.quantity()) {
      faults.add(path + "serialNumbers", "must not be more than units");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < line.serialNumbers().size(); i++) {
      String serial = line.serialNumbers().get(i);
      faults.text(path + "serialNumbers[" + i + "]", serial, 100);
      if (!seen.add(serial)) {
        faults.add(path + "serialNumbers[" + i + "]", "is there twice: " + serial);
      }
    }
  }
}
