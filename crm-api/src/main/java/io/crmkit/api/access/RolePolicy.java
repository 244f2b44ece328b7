package io.crmkit.api.access;

import io.crmkit.api.Actor;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.document.StoredDocument;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalAttributes;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadAttributes;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import io.crmkit.api.sales.order.OrderAttributes;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteAttributes;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractAttributes;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access policy for hosts that have none: roles with rights over all records of an entity, over
 * one's own, one's team's, one's territory's, or, for users of a portal, one's own company's. What
 * no role allows is denied. CrmKit itself, delivering events and firing timers, may do everything.
 *
 * <pre>{@code
 * AccessPolicy policy =
 *     RolePolicy.asking((tenant, actor) -> directory.standingOf(actor.id()))
 *         .role("admin", Right.everything())
 *         .role("sales",
 *             Right.reading(Customer.class),
 *             Right.reading(Opportunity.class).ofTeam(),
 *             Right.writing(Opportunity.class, Lead.class).own())
 *         .role("portal", RolePolicy.portal())
 *         .build();
 * }</pre>
 *
 * Immutable and thread-safe if the standings are.
 */
public final class RolePolicy implements AccessPolicy {

  private static final List<Reach<?>> KNOWN =
      List.of(
          Reach.of(Customer.class).ofCompany(CustomerAttributes.ID),
          Reach.of(Lead.class).ownedBy(LeadAttributes.OWNER).ofCompany(LeadAttributes.CUSTOMER),
          Reach.of(Opportunity.class)
              .ownedBy(OpportunityAttributes.OWNER)
              .ofTeam(OpportunityAttributes.TEAM)
              .inTerritory(OpportunityAttributes.REGION)
              .ofCompany(OpportunityAttributes.CUSTOMER),
          Reach.of(Quote.class).ofCompany(QuoteAttributes.CUSTOMER),
          Reach.of(SalesOrder.class).ofCompany(OrderAttributes.CUSTOMER),
          Reach.of(Asset.class).ofCompany(AssetAttributes.CUSTOMER),
          Reach.of(ServiceContract.class).ofCompany(ServiceContractAttributes.CUSTOMER),
          Reach.of(ServiceRequest.class)
              .ownedBy(ServiceRequestAttributes.ASSIGNEE)
              .ofCompany(ServiceRequestAttributes.CUSTOMER),
          Reach.of(Proposal.class)
              .ownedBy(ProposalAttributes.OWNER)
              .ofCompany(ProposalAttributes.CUSTOMER));

  /** Where the bytes of documents are; whoever may read or write documents may do so there. */
  private static final Set<String> PARTS_OF_DOCUMENTS =
      Set.of("io.crmkit.core.document.Content", "io.crmkit.core.document.Chunk");

  private final Standings standings;
  private final Map<String, List<Right>> roles;
  private final Map<Class<?>, Reach<?>> reaches;
  private final FieldPolicy fields;

  private RolePolicy(Builder builder) {
    this.standings = builder.standings;
    Map<String, List<Right>> copy = new HashMap<>();
    builder.roles.forEach((role, rights) -> copy.put(role, List.copyOf(rights)));
    this.roles = Map.copyOf(copy);
    this.reaches = Map.copyOf(builder.reaches);
    this.fields = RoleFields.of(roles);
  }

  /** Begins a policy that asks the host where actors stand. */
  public static Builder asking(Standings standings) {
    return new Builder(standings);
  }

  /** Begins a policy that goes by roles and owners alone. */
  public static Builder byRoles() {
    return new Builder((tenant, actor) -> Standing.none());
  }

  /**
   * What users of a customer portal may usually do: see their own company with its units,
   * contracts, requests and orders, and report something.
   */
  public static Right[] portal() {
    return new Right[] {
      Right.reading(
              Customer.class,
              Asset.class,
              ServiceContract.class,
              ServiceRequest.class,
              SalesOrder.class)
          .ofCompany(),
      Right.writing(ServiceRequest.class).ofCompany()
    };
  }

  @Override
  public Access decide(AccessRequest asked) {
    AccessRequest request =
        PARTS_OF_DOCUMENTS.contains(asked.entity().getName())
            ? new AccessRequest(
                asked.tenant(), asked.actor(), asked.operation(), StoredDocument.class)
            : asked;
    Actor actor = request.actor();
    if (actor.equals(Actor.system())) {
      return Access.allow();
    }
    List<Criteria<?>> some = new ArrayList<>();
    @Nullable Standing standing = null;
    for (String role : actor.roles()) {
      for (Right right : roles.getOrDefault(role, List.of())) {
        if (right.isEverything()) {
          return Access.allow();
        }
        if (right.covers(request)) {
          if (right.scope() == Right.Scope.ALL) {
            return Access.allow();
          }
          standing = standing == null ? standings.of(request.tenant(), actor) : standing;
          Criteria<?> within =
              within(right.scope(), reaches.get(request.entity()), actor, standing);
          if (within != null) {
            some.add(within);
          }
        }
      }
    }
    return some.isEmpty() ? Access.deny(noRole(request)) : Access.only(any(some));
  }

  @Override
  public FieldPolicy fields() {
    return fields;
  }

  private static String noRole(AccessRequest request) {
    return "no role of "
        + request.actor().id()
        + " may "
        + request.operation().name().toLowerCase(Locale.ROOT)
        + " records of "
        + request.entity().getSimpleName();
  }

  /** Null if the entity's records are nobody's in this sense, or the actor does not stand there. */
  private static <E> @Nullable Criteria<E> within(
      Right.Scope scope, @Nullable Reach<E> reach, Actor actor, Standing standing) {
    if (reach == null) {
      return null;
    }
    return switch (scope) {
      case ALL -> Criteria.all();
      case OWN -> is(reach.owner(), actor.id());
      case TEAM -> is(reach.team(), standing.team());
      case TERRITORY -> is(reach.territory(), standing.territory());
      case COMPANY -> is(reach.company(), standing.company());
    };
  }

  private static <E, V> @Nullable Criteria<E> is(
      @Nullable Attribute<E, V> attribute, @Nullable V value) {
    return attribute == null || value == null ? null : attribute.eq(value);
  }

  @SuppressWarnings("unchecked") // all are over the entity that was asked about
  private static <E> Criteria<E> any(List<Criteria<?>> some) {
    return some.size() == 1
        ? (Criteria<E>) some.get(0)
        : Criteria.or(some.toArray(new Criteria[0]));
  }

  /** Collects roles. */
  public static final class Builder {

    private final Standings standings;
    private final Map<String, List<Right>> roles = new HashMap<>();
    private final Map<Class<?>, Reach<?>> reaches = new HashMap<>();

    private Builder(Standings standings) {
      this.standings = Objects.requireNonNull(standings, "standings");
      KNOWN.forEach(reach -> reaches.put(reach.entity(), reach));
    }

    /** Actors with this role may do this, and whatever their other roles allow. */
    public Builder role(String role, Right... rights) {
      roles.computeIfAbsent(role, r -> new ArrayList<>()).addAll(List.of(rights));
      return this;
    }

    /** Says by which attributes records of a module's entity are somebody's. */
    public Builder knowing(Reach<?> reach) {
      reaches.put(reach.entity(), reach);
      return this;
    }

    public RolePolicy build() {
      return new RolePolicy(this);
    }
  }
}
