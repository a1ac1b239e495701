package ai.policytracker.query.atom;

import ai.policytracker.query.change.ChangeFilter;
import ai.policytracker.query.change.ChangeLog;
import ai.policytracker.query.change.ChangePage;
import ai.policytracker.query.change.FilterParameters;
import ai.policytracker.query.feed.FeedHead;
import ai.policytracker.query.feed.FeedTail;
import ai.policytracker.query.request.Parameters;
import ai.policytracker.shell.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feed for feed readers. */
@Path(AtomFeed.PATH)
@Tag(name = "Changes")
public class AtomResource {
  /** Seqs of one archive: number 0 holds 1 to 200. The newest document has what no archive has. */
  static final long STRETCH = 200;

  private final ChangeLog log;
  private final FeedTail tail;
  private final AtomSettings settings;

  AtomResource(ChangeLog log, FeedTail tail, AtomSettings settings) {
    this.log = log;
    this.tail = tail;
    this.settings = settings;
  }

  @GET
  @Produces(AtomXml.TYPE)
  @Operation(
      summary = "The newest changes as an Atom feed, newest first",
      description =
          "Archives (RFC 5005, rel prev-archive) lead back to the first change. Ids are tag: URIs"
              + " that stay the same also where the feed is numbered anew.")
  @APIResponse(responseCode = "200", description = "An Atom feed")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "There is no such archive; problem+json")
  public Uni<String> feed(
      @BeanParam FilterParameters parameters,
      @Parameter(description = "Number of an archive; default the newest changes")
          @QueryParam("archive")
          String archive) {
    ChangeFilter filter = parameters.filter();
    if (archive == null) {
      return tail.known().flatMap(head -> newest(filter, head));
    }
    long number = Parameters.wholeNumber("archive", archive);
    return tail.known().flatMap(head -> archive(filter, head, number));
  }

  /** The last stretch, which is not full, and the full one before it. */
  private Uni<String> newest(ChangeFilter filter, FeedHead head) {
    long after = Math.max(0, head.seq() / STRETCH - 1) * STRETCH;
    return document(filter, after, head.seq(), OptionalLong.empty());
  }

  private Uni<String> archive(ChangeFilter filter, FeedHead head, long number) {
    if (number >= head.seq() / STRETCH) {
      throw Problems.notFound("there is no archive " + number + " yet");
    }
    return document(filter, number * STRETCH, (number + 1) * STRETCH, OptionalLong.of(number));
  }

  private Uni<String> document(ChangeFilter filter, long after, long upTo, OptionalLong archive) {
    Uni<ChangePage> changes = log.read(filter, after, upTo);
    Uni<Long> before = log.lastUpTo(filter, after);
    return Uni.combine()
        .all()
        .unis(changes, before)
        .with(
            (page, last) ->
                new AtomFeed(
                        filter,
                        page.items(),
                        archive,
                        last == 0 ? OptionalLong.empty() : OptionalLong.of((last - 1) / STRETCH))
                    .xml(settings.tagAuthority()));
  }
}
