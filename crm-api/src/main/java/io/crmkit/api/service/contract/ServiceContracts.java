package io.crmkit.api.service.contract;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import java.util.List;
import java.util.Optional;

/**
 * Service contracts. As safe for threads as the session it comes from.
 *
 * <p>Besides what each method says, every command throws {@link io.crmkit.api.error.NotFound} if
 * the contract is not there, {@link io.crmkit.api.error.StaleVersion} if it has changed since it
 * was read, and {@link io.crmkit.api.error.Refused} with all reasons if a rule is against it.
 */
@ProvidedBy("io.crmkit:crm-service")
public interface ServiceContracts {

  /** Drafts a contract. It covers nothing until it is activated. */
  ServiceContract draft(DraftServiceContract command);

  /** Changes a draft. */
  ServiceContract revise(ReviseServiceContract command);

  /** Puts a draft into force. */
  ServiceContract activate(ContractStep command);

  /** Lets an active contract cover nothing until it is resumed. */
  ServiceContract suspend(ContractStep command);

  /** Puts a suspended contract into force again. */
  ServiceContract resume(ContractStep command);

  /** Ends a contract before its time; refused while a renewal is joined to its end. */
  ServiceContract terminate(TerminateServiceContract command);

  /** Drafts the contract that follows this one. A contract has at most one renewal. */
  ServiceContract renew(RenewServiceContract command);

  ServiceContract get(ServiceContractId id);

  Optional<ServiceContract> byNumber(String number);

  Page<ServiceContract> search(Query<ServiceContract> query);

  /** The contract, what it renews, what renews it, and so on, the earliest first. */
  List<ServiceContract> renewalChain(ServiceContractId id);
}
