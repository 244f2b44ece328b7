package io.crmkit.sales.lead;

import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.customer.PostalAddress;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadConversion;
import io.crmkit.api.sales.lead.LeadDeal;
import io.crmkit.api.sales.lead.LeadNeed;
import io.crmkit.api.sales.lead.Prospect;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Salesperson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a lead becomes in the customers' books and in the opportunity. Everything that was filled in
 * goes somewhere: what fits nowhere else travels with the opportunity's answers.
 */
final class Registration {

  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  private Registration() {}

  static RegisterCustomer organization(Lead lead, String name) {
    Prospect prospect = lead.prospect();
    RegisterCustomer organization =
        RegisterCustomer.organization(CustomerName.of(name))
            .withProfile(CustomerProfile.unknown().withCountry(prospect.country()));
    List<ContactPoint> points = new ArrayList<>();
    String city = prospect.city();
    if (city != null) {
      PostalAddress address = PostalAddress.empty().withCity(city).withCountry(prospect.country());
      points.add(ContactPoint.address(city, address));
    }
    if (prospect.person() == null) {
      points.addAll(reach(prospect));
    }
    return organization.withContactPoints(points);
  }

  static RegisterCustomer person(Lead lead, String name) {
    Prospect prospect = lead.prospect();
    return RegisterCustomer.person(CustomerName.of(name))
        .withProfile(CustomerProfile.unknown().withCountry(prospect.country()))
        .withContactPoints(prospect.organization() == null ? reach(prospect) : List.of());
  }

  static AddContact contact(Lead lead, CustomerId person, CustomerId organization) {
    Prospect prospect = lead.prospect();
    return AddContact.of(person, organization)
        .withPost(Post.unknown().withTitle(prospect.jobTitle()))
        .withContactPoints(reach(prospect));
  }

  static OpenOpportunity opportunity(Lead lead, LeadDeal deal, LeadConversion became) {
    LeadNeed need = lead.need();
    String owner = lead.state().owner();
    return new OpenOpportunity(
        name(lead, deal),
        became.customer(),
        deal.pipeline(),
        deal.owner() != null ? deal.owner() : owner == null ? null : Salesperson.of(owner),
        new Deal(
            deal.amount() != null ? deal.amount() : need.budget(),
            deal.expectedClose() != null ? deal.expectedClose() : need.neededBy(),
            null,
            need.product()),
        became.contact(),
        lead.id(),
        answers(lead));
  }

  /** The form's answers, and the known fields that have no place of their own. */
  static Map<String, String> answers(Lead lead) {
    Map<String, String> answers = new TreeMap<>(lead.form().answers());
    Prospect prospect = lead.prospect();
    put(answers, "need.topic", lead.need().topic());
    put(answers, "need.description", lead.need().description());
    put(answers, "need.budget", lead.need().budget());
    put(answers, "need.neededBy", lead.need().neededBy());
    put(answers, "prospect.jobTitle", prospect.jobTitle());
    put(answers, "prospect.city", prospect.city());
    if (!usableEmail(prospect.email())) {
      put(answers, "prospect.email", prospect.email());
    }
    if (!usablePhone(prospect.phone())) {
      put(answers, "prospect.phone", prospect.phone());
    }
    return answers;
  }

  private static String name(Lead lead, LeadDeal deal) {
    return Stream.of(
            deal.name(),
            lead.need().topic(),
            lead.need().product(),
            lead.prospect().organization(),
            lead.prospect().person())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(lead.origin().source());
  }

  /** Only what can be used to reach somebody; a form may hold anything. */
  private static List<ContactPoint> reach(Prospect prospect) {
    List<ContactPoint> points = new ArrayList<>();
    String phone = prospect.phone();
    if (phone != null && usablePhone(phone)) {
      points.add(ContactPoint.phone(phone));
    }
    String email = prospect.email();
    if (email != null && usableEmail(email)) {
      points.add(ContactPoint.email(email));
    }
    return points;
  }

  private static boolean usableEmail(@Nullable String email) {
    return email != null && EMAIL.matcher(email.strip()).matches();
  }

  private static boolean usablePhone(@Nullable String phone) {
    return phone != null && phone.chars().filter(Character::isDigit).count() >= 3;
  }

  private static void put(Map<String, String> answers, String name, @Nullable Object value) {
    if (value != null) {
      answers.putIfAbsent(name, value.toString());
    }
  }
}
