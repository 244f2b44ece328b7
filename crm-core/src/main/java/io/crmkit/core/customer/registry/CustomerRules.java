package io.crmkit.core.customer.registry;

import static io.crmkit.core.customer.common.Faults.clean;

import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerChanged;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.customer.CustomerRegistered;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.api.value.Money;
import io.crmkit.core.customer.common.Faults;
import io.crmkit.core.spi.rule.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What customers must be like, and what becomes of them. */
public final class CustomerRules {

  /**
   * What registering a customer needs besides the command.
   *
   * @param id the new id
   * @param number the number, if the command gives none
   * @param region the country of telephone numbers without a country code, or null
   * @param at when it became known
   */
  public record RegisterFacts(CustomerId id, String number, @Nullable String region, Instant at) {}

  private CustomerRules() {}

  /** Finds what is wrong with a command. */
  public static void check(Faults faults, RegisterCustomer command) {
    check(faults, command.name());
    faults.line("number", command.number(), 40);
    faults.line("externalId", command.externalId(), 200);
    check(faults, command.profile());
    ContactPointRules.check(faults, command.contactPoints());
  }

  static void check(Faults faults, UpdateCustomer command) {
    if (command.name() != null) {
      check(faults, command.name());
    }
    if (command.number() != null) {
      faults.required("number", command.number(), 40);
    }
    if (command.externalId() != null) {
      faults.required("externalId", command.externalId(), 200);
    }
    if (command.profile() != null) {
      check(faults, command.profile());
    }
    if (command.contactPoints() != null) {
      ContactPointRules.check(faults, command.contactPoints());
    }
  }

  private static void check(Faults faults, CustomerName name) {
    if (clean(name.latin()) == null && clean(name.chinese()) == null) {
      faults.add("name", "has neither a Latin nor a Chinese name");
    }
    faults.line("name.latin", name.latin(), 200);
    faults.line("name.chinese", name.chinese(), 200);
    faults.line("name.shortName", name.shortName(), 100);
  }

  private static void check(Faults faults, CustomerProfile profile) {
    faults.line("profile.sector", profile.sector(), 100);
    faults.line("profile.website", profile.website(), 255);
    faults.range("profile.yearEstablished", profile.yearEstablished(), 1, 9999);
    Money revenue = profile.annualRevenue();
    if (revenue != null && revenue.isNegative()) {
      faults.add("profile.annualRevenue", "is negative");
    }
    faults.range("profile.employees", profile.employees(), 0, Integer.MAX_VALUE);
    faults.line("profile.officeLocation", profile.officeLocation(), 200);
    ContactPointRules.country(faults, "profile.country", profile.country());
  }

  /** Registers; always accepted, since a unique number is the store's concern. */
  public static Decision<Customer> register(RegisterCustomer command, RegisterFacts facts) {
    String given = clean(command.number());
    CustomerProfile profile = kept(command.profile());
    String region = profile.country() != null ? profile.country() : facts.region();
    Customer customer =
        new Customer(
            facts.id(),
            0,
            command.kind(),
            given != null ? given : facts.number(),
            clean(command.externalId()),
            kept(command.name()),
            profile,
            ContactPointRules.kept(command.contactPoints(), region),
            facts.at(),
            command.custom());
    return Decision.accept(
        customer, new CustomerRegistered(customer.id(), customer.kind(), customer.name()));
  }

  /**
   * Changes what is known.
   *
   * @param tenantRegion the country of telephone numbers without a country code, or null
   * @return the same state and no event, if nothing changes
   */
  public static Decision<Customer> change(
      Customer before, UpdateCustomer command, @Nullable String tenantRegion) {
    CustomerProfile profile =
        command.profile() == null ? before.profile() : kept(command.profile());
    String region = profile.country() != null ? profile.country() : tenantRegion;
    List<ContactPoint> points =
        command.contactPoints() == null
            ? before.contactPoints()
            : ContactPointRules.kept(command.contactPoints(), region);
    String number = clean(command.number());
    String externalId = clean(command.externalId());
    Customer after =
        new Customer(
            before.id(),
            before.version(),
            before.kind(),
            number == null ? before.number() : number,
            externalId == null ? before.externalId() : externalId,
            command.name() == null ? before.name() : kept(command.name()),
            profile,
            points,
            before.registeredAt(),
            before.custom());
    List<String> fields = differences(before, after);
    return fields.isEmpty()
        ? Decision.accept(before)
        : Decision.accept(after, new CustomerChanged(after.id(), fields));
  }

  private static List<String> differences(Customer before, Customer after) {
    List<String> fields = new ArrayList<>();
    if (!before.name().equals(after.name())) {
      fields.add("name");
    }
    if (!before.number().equals(after.number())) {
      fields.add("number");
    }
    if (!Objects.equals(before.externalId(), after.externalId())) {
      fields.add("externalId");
    }
    if (!before.profile().equals(after.profile())) {
      fields.add("profile");
    }
    if (!before.contactPoints().equals(after.contactPoints())) {
      fields.add("contactPoints");
    }
    return fields;
  }

  private static CustomerName kept(CustomerName name) {
    return new CustomerName(clean(name.latin()), clean(name.chinese()), clean(name.shortName()));
  }

  private static CustomerProfile kept(CustomerProfile profile) {
    return new CustomerProfile(
        clean(profile.sector()),
        clean(profile.website()),
        profile.yearEstablished(),
        profile.annualRevenue(),
        profile.employees(),
        clean(profile.officeLocation()),
        profile.country());
  }
}
