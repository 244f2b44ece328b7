package io.crmkit.assets.environment;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.site.SiteEntities.SITES;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.environment.EnvironmentSnapshot;
import io.crmkit.api.environment.EnvironmentSubject;
import io.crmkit.api.environment.EnvironmentSubjectSource;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.site.Sites;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.ReadTx;
import java.util.Optional;

/** Finds out whose an environment is, with the caller's eyes. */
final class Subjects {

  private Subjects() {}

  /**
   * @throws NotFound if there is no such record, or not for the caller
   */
  static EnvironmentSubject get(ReadTx tx, EntityRef ref) {
    if (ref.entity().equals(Assets.ENTITY)) {
      AssetId asset = tx.store(ASSETS).get(new AssetId(ref.id())).id();
      return new EnvironmentSubject(ref, asset, null);
    }
    if (ref.entity().equals(Sites.ENTITY)) {
      CustomerId customer = tx.store(SITES).get(new SiteId(ref.id())).customer();
      return new EnvironmentSubject(ref, null, customer);
    }
    if (ref.entity().equals(Customer.ENTITY)) {
      CustomerId customer = tx.session().get(Customers.class).get(new CustomerId(ref.id())).id();
      return new EnvironmentSubject(ref, null, customer);
    }
    return tx.contributions(EnvironmentSubjectSource.POINT).stream()
        .map(source -> source.subject(tx.session(), ref))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new NotFound(ref));
  }

  /**
   * The store knows who may see units and customers; whether the caller may see what belongs to
   * them is for its source to say.
   *
   * @throws NotFound if the caller may not see what the snapshot is of
   */
  static EnvironmentSnapshot visible(ReadTx tx, EnvironmentSnapshot snapshot) {
    try {
      get(tx, snapshot.subject().ref());
    } catch (NotFound hidden) {
      throw new NotFound(EntityRef.of(Environments.SNAPSHOT, snapshot.id()));
    }
    return snapshot;
  }
}
