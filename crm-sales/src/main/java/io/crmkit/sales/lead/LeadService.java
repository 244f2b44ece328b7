package io.crmkit.sales.lead;

import static io.crmkit.sales.lead.LeadEntities.LEADS;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerKind;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.lead.AmendLead;
import io.crmkit.api.sales.lead.AssignLead;
import io.crmkit.api.sales.lead.CaptureLead;
import io.crmkit.api.sales.lead.ConvertLead;
import io.crmkit.api.sales.lead.DisqualifyLead;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadAttributes;
import io.crmkit.api.sales.lead.LeadConversion;
import io.crmkit.api.sales.lead.LeadId;
import io.crmkit.api.sales.lead.Leads;
import io.crmkit.api.sales.lead.QualifyLead;
import io.crmkit.api.sales.lead.ReviveLead;
import io.crmkit.api.sales.lead.ScoreLead;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leads: thin around {@link LeadRules}. */
public final class LeadService implements Leads {

  private final Work work;

  @Inject
  LeadService(Work work) {
    this.work = work;
  }

  @Override
  public Lead capture(CaptureLead command) {
    return work.run(
        "lead.capture",
        command,
        tx -> {
          LeadChecks.check(command);
          return there(tx, command).orElseGet(() -> insert(tx, command));
        });
  }

  private static Lead insert(Tx tx, CaptureLead command) {
    LeadId id = new LeadId(tx.newId());
    Form<CaptureLead> form =
        Form.whole(command)
            .at("form.prospect", "prospect")
            .at("form.need", "need")
            .at("owner", "state.owner")
            .at("campaign", "origin.campaign");
    CaptureLead given = tx.store(LEADS).given(form);
    return tx.store(LEADS).insert(LeadRules.capture(id, given, tx.occurredAt()));
  }

  /** The lead that this source and key brought before. */
  private static Optional<Lead> there(Tx tx, CaptureLead command) {
    String key = command.externalKey();
    if (key == null) {
      return Optional.empty();
    }
    // Two captures at the same moment: the second waits here, and then finds the first.
    tx.lockNames("sales.lead-key", List.of(key));
    Optional<Lead> there =
        tx.tenantWide()
            .store(LEADS)
            .first(
                LeadAttributes.SOURCE
                    .eq(command.source())
                    .and(LeadAttributes.EXTERNAL_KEY.eq(key)));
    if (there.isEmpty()) {
      return there;
    }
    Optional<Lead> visible = tx.store(LEADS).find(there.get().id());
    if (visible.isEmpty() || !visible.get().form().equals(command.form())) {
      throw Refused.because(Reason.of(SalesReason.LEAD_KEY_TAKEN).with("key", key));
    }
    return visible;
  }

  @Override
  public Lead amend(AmendLead command) {
    return work.run(
        "lead.amend",
        command,
        tx -> {
          Lead before = tx.store(LEADS).get(command.id(), command.version());
          AmendLead given = tx.store(LEADS).given(before, Form.whole(command));
          LeadChecks.check(given);
          return tx.store(LEADS).save(before, LeadRules.amend(before, given));
        });
  }

  @Override
  public Lead assign(AssignLead command) {
    return work.run(
        "lead.assign",
        command,
        tx -> {
          LeadChecks.owner(command.owner());
          return tx.store(LEADS)
              .change(
                  command.id(), command.version(), lead -> LeadRules.assign(lead, command.owner()));
        });
  }

  @Override
  public Lead score(ScoreLead command) {
    return work.run(
        "lead.score",
        command,
        tx -> {
          LeadChecks.check(command);
          return tx.store(LEADS)
              .change(command.id(), command.version(), lead -> LeadRules.score(lead, command));
        });
  }

  // begin docs/architecture.md
  @Override
  public Lead qualify(QualifyLead command) {
    return work.run(
        "lead.qualify",
        command,
        tx -> {
          LeadChecks.why(command.why());
          return tx.store(LEADS)
              .change(
                  command.id(),
                  command.version(),
                  lead -> LeadRules.judge(lead, LeadRules.QUALIFY, command.why()));
        });
  }

  // end docs/architecture.md

  @Override
  public Lead disqualify(DisqualifyLead command) {
    return work.run(
        "lead.disqualify",
        command,
        tx -> {
          LeadChecks.why(command.why());
          return tx.store(LEADS)
              .change(
                  command.id(),
                  command.version(),
                  lead -> LeadRules.judge(lead, LeadRules.DISQUALIFY, command.why()));
        });
  }

  @Override
  public Lead revive(ReviveLead command) {
    return work.run(
        "lead.revive",
        command,
        tx -> {
          LeadChecks.why(command.why());
          return tx.store(LEADS)
              .change(
                  command.id(),
                  command.version(),
                  lead -> LeadRules.judge(lead, LeadRules.REVIVE, command.why()));
        });
  }

  @Override
  public Lead convert(ConvertLead command) {
    return work.run(
        "lead.convert",
        command,
        tx -> {
          Lead before = tx.store(LEADS).get(command.id(), command.version());
          List<Reason> against = LeadRules.againstConverting(before, command);
          if (!against.isEmpty()) {
            throw new Refused(against);
          }
          LeadConversion became = become(tx, before, command);
          return tx.store(LEADS).save(before, LeadRules.converted(before, became));
        });
  }

  private static LeadConversion become(Tx tx, Lead lead, ConvertLead command) {
    CrmSession session = tx.session();
    CustomerId customer = customer(session, lead, command);
    ContactId contact = contact(session, lead, command, customer);
    LeadConversion parties = new LeadConversion(customer, contact, null, tx.occurredAt());
    Opportunity opportunity =
        session
            .get(Opportunities.class)
            .open(Registration.opportunity(lead, command.deal(), parties));
    return new LeadConversion(customer, contact, opportunity.id(), tx.occurredAt());
  }

  private static CustomerId customer(CrmSession session, Lead lead, ConvertLead command) {
    Customers customers = session.get(Customers.class);
    CustomerId existing = command.customer();
    if (existing != null) {
      return customers.get(existing).id();
    }
    String organization = lead.prospect().organization();
    if (organization != null) {
      return customers.register(Registration.organization(lead, organization)).id();
    }
    String person = Objects.requireNonNull(lead.prospect().person());
    return customers.register(Registration.person(lead, person)).id();
  }

  private static @Nullable ContactId contact(
      CrmSession session, Lead lead, ConvertLead command, CustomerId customer) {
    ContactId existing = command.contact();
    if (existing != null) {
      return session.get(Contacts.class).get(existing).id();
    }
    String name = lead.prospect().person();
    Customers customers = session.get(Customers.class);
    // A person who buys for themselves is the customer, not a contact of one.
    if (name == null || customers.get(customer).kind() != CustomerKind.ORGANIZATION) {
      return null;
    }
    CustomerId person = customers.register(Registration.person(lead, name)).id();
    return session.get(Contacts.class).add(Registration.contact(lead, person, customer)).id();
  }

  @Override
  public Lead get(LeadId id) {
    return work.read(tx -> tx.store(LEADS).get(id));
  }

  @Override
  public Optional<Lead> find(LeadId id) {
    return work.read(tx -> tx.store(LEADS).find(id));
  }

  @Override
  public Page<Lead> page(Query<Lead> query) {
    return work.read(tx -> tx.store(LEADS).page(query));
  }
}
