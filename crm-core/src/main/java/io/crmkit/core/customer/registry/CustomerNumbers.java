package io.crmkit.core.customer.registry;

import static io.crmkit.core.customer.registry.CustomerEntity.CUSTOMERS;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers for customers that come without one: {@code C000001} and so on. */
public final class CustomerNumbers {

  private static final int DIGITS = 6;

  private CustomerNumbers() {}

  /**
   * New numbers, passing over those that a host happens to have given to its customers.
   *
   * @param given numbers that are just being given
   */
  public static List<String> next(Tx tx, int count, Set<String> given) {
    List<String> numbers = new ArrayList<>();
    while (numbers.size() < count) {
      List<String> drawn = new ArrayList<>();
      for (int i = numbers.size(); i < count; i++) {
        drawn.add(written(tx.nextNumber("customer")));
      }
      Set<String> taken =
          tx.tenantWide().store(CUSTOMERS).all(CustomerAttributes.NUMBER.in(drawn)).stream()
              .map(Customer::number)
              .collect(Collectors.toSet());
      drawn.removeAll(taken);
      drawn.removeAll(given);
      numbers.addAll(drawn);
    }
    return numbers;
  }

  private static String written(long number) {
    String digits = Long.toString(number);
    return "C" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }
}
