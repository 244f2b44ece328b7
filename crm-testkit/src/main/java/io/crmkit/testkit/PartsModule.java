package io.crmkit.testkit;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.CustomerMergePart;
import io.crmkit.api.customer.merge.MergeForecast;
import io.crmkit.api.customer.merge.MergeShare;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.privacy.Erasure;
import io.crmkit.api.privacy.ErasurePart;
import io.crmkit.api.privacy.ErasureShare;
import io.crmkit.api.privacy.PersonalData;
import io.crmkit.api.privacy.PersonalDataSource;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.work.Redaction;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drives the parts that modules have in merges and erasures. */
final class PartsModule implements CrmModule {

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("testkit_parts", "0", "io.crmkit:crm-testkit");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.service(Drive.class, DriveService.class);
  }

  /** What {@link TestCrm} hands on. */
  @ProvidedBy("io.crmkit:crm-testkit")
  public interface Drive {

    List<MergeForecast> forecast(CustomerMerge merge);

    List<MergeShare> move(CustomerMerge merge);

    /**
     * @param shares in the order in which they were returned
     */
    void undo(CustomerMerge merge, List<MergeShare> shares);

    List<ErasureShare> erase(Erasure erasure);

    List<PersonalData> heldOn(EntityRef person);
  }

  /** Calls the parts as the operations do. */
  static final class DriveService implements Drive {

    private final Work work;

    @Inject
    DriveService(Work work) {
      this.work = work;
    }

    private record Undoing(CustomerMerge merge, List<MergeShare> shares) {}

    @Override
    public List<MergeForecast> forecast(CustomerMerge merge) {
      return work.read(
          tx -> {
            CrmSession session = tx.session();
            return tx.contributions(CustomerMergePart.POINT).stream()
                .map(part -> part.forecast(session, merge))
                .toList();
          });
    }

    @Override
    public List<MergeShare> move(CustomerMerge merge) {
      return work.run(
          "testkit.merge",
          merge,
          tx -> {
            CrmSession session = tx.session();
            return tx.contributions(CustomerMergePart.POINT).stream()
                .map(part -> part.move(session, merge))
                .toList();
          });
    }

    @Override
    public void undo(CustomerMerge merge, List<MergeShare> shares) {
      work.run(
          "testkit.unmerge",
          new Undoing(merge, shares),
          tx -> {
            List<CustomerMergePart> parts = tx.contributions(CustomerMergePart.POINT);
            for (int i = parts.size() - 1; i >= 0; i--) {
              parts.get(i).undo(tx.session(), merge, shares.get(i));
            }
            return shares;
          });
    }

    @Override
    public List<ErasureShare> erase(Erasure erasure) {
      return work.run(
          "testkit.erase",
          erasure,
          tx -> {
            List<ErasureShare> shares = new ArrayList<>();
            Set<EntityRef> alsoIn = new HashSet<>();
            for (ErasurePart part : tx.contributions(ErasurePart.POINT)) {
              ErasureShare share = part.erase(tx.session(), erasure);
              shares.add(share);
              alsoIn.addAll(share.alsoIn());
            }
            tx.tenantWide()
                .redact(Redaction.of(erasure.person()).alsoIn(alsoIn).alsoOf(erasure.values()));
            return List.copyOf(shares);
          });
    }

    @Override
    public List<PersonalData> heldOn(EntityRef person) {
      return work.read(
          tx -> {
            CrmSession session = tx.session();
            return tx.contributions(PersonalDataSource.POINT).stream()
                .flatMap(source -> source.heldOn(session, person).stream())
                .toList();
          });
    }
  }
}
