package com.example.loyalty;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.*;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.merge.*;
import io.crmkit.api.privacy.*;
import io.crmkit.api.value.*;
import io.crmkit.api.view.*;
import java.util.*;

/** What this module adds to customers. */
final class CustomerParts {

  private static final Label POINTS = new Label("points", "积分");

  static final class Timeline implements TimelineSource {
    @Override
    public List<TimelineEntry> timeline(CrmSession session, Span span) {
      Criteria<PointsEntry> own = PointsEntry.CUSTOMER.eq(span.customer());
      Criteria<PointsEntry> within = own.and(PointsEntry.AT.between(span.from(), span.to()));
      Query<PointsEntry> latest = Query.where(within).orderBy(PointsEntry.AT.descending());
      return session.get(Loyalty.class).ledger(latest.limit(span.limit())).items().stream()
          .map(Timeline::line)
          .toList();
    }

    private static TimelineEntry line(PointsEntry entry) {
      String what = String.format("%+d: %s", entry.booking().points(), entry.booking().note());
      Label text = new Label("points " + what, "积分 " + what);
      EntityRef ref = EntityRef.of(LoyaltyModule.ENTRIES.name(), entry.id());
      return new TimelineEntry(entry.booking().at(), "loyalty", "points", ref, text);
    }
  }

  /** Points go to the survivor by two bookings; the ledger stays as it was. */
  static final class Merge implements CustomerMergePart {
    @Override
    public MergeForecast forecast(CrmSession session, CustomerMerge merge) {
      long points = session.get(Loyalty.class).balance(merge.absorbed());
      return MergeForecast.of(POINTS, Math.toIntExact(points));
    }

    @Override
    public MergeShare move(CrmSession session, CustomerMerge merge) {
      long points = session.get(Loyalty.class).balance(merge.absorbed());
      transfer(session, points, merge.absorbed(), merge.survivor());
      return new MergeShare(List.of(), Map.of("points", Long.toString(points)));
    }

    /** What the survivor has spent since then is gone. */
    @Override
    public void undo(CrmSession session, CustomerMerge merge, MergeShare share) {
      long left = session.get(Loyalty.class).balance(merge.survivor());
      long moved = Long.parseLong(share.memo().getOrDefault("points", "0"));
      transfer(session, Math.min(left, moved), merge.survivor(), merge.absorbed());
    }

    private static void transfer(CrmSession session, long points, CustomerId from, CustomerId to) {
      if (points > 0) {
        Loyalty loyalty = session.get(Loyalty.class);
        loyalty.book(new Loyalty.Book(from, -points, null, "To another record"));
        loyalty.book(new Loyalty.Book(to, points, null, "From another record"));
      }
    }
  }

  /** Points stay; the kernel takes names out of the notes, since the person owns the ledger. */
  static final class Erase implements ErasurePart {
    @Override
    public ErasureShare erase(CrmSession session, Erasure erasure) {
      long points = session.get(Loyalty.class).balance(new CustomerId(erasure.person().id()));
      Label why = new Label("they are worth money", "具有金额价值");
      return points == 0 ? ErasureShare.nothing() : ErasureShare.keeping(POINTS, why);
    }
  }
}
