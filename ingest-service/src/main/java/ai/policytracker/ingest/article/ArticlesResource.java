package ai.policytracker.ingest.article;

import ai.policytracker.ingest.access.IngestionPolicy;
import ai.policytracker.shell.Problems;
import ai.policytracker.shell.ServiceProblems;
import ai.policytracker.shell.Transience;
import io.quarkus.vertx.http.security.AuthorizationPolicy;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Articles over HTTP. */
@Path("/v1/articles")
@Tag(name = "Articles")
public class ArticlesResource {
  private static final String NDJSON = "application/x-ndjson";
  private static final String EXAMPLE = "ff989fefb21aecad2dd324994362b011";

  private final SubmissionReader reader;
  private final ArticleIntake intake;
  private final ArticleStore store;
  private final Uploads uploads;

  ArticlesResource(
      SubmissionReader reader, ArticleIntake intake, ArticleStore store, Uploads uploads) {
    this.reader = reader;
    this.intake = intake;
    this.store = store;
    this.uploads = uploads;
  }

  @POST
  @AuthorizationPolicy(name = IngestionPolicy.NAME)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(
      summary = "Takes one article and tells the claims found in it",
      description =
          "Or many, one on each line of application/x-ndjson, each answered with a line, in their"
              + " order: a bad one does not stop the rest.")
  @RequestBody(content = @Content(schema = @Schema(implementation = PostedArticle.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was known",
      content = @Content(schema = @Schema(implementation = ArticleClaims.class)))
  @APIResponse(
      responseCode = "201",
      description = "It is new",
      content = @Content(schema = @Schema(implementation = ArticleClaims.class)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule; problem+json")
  @APIResponse(responseCode = "413", description = "A field is too long; problem+json")
  public Uni<Response> post(InputStream body) {
    return intake
        .receive(reader.article(body))
        .map(
            receipt -> {
              ArticleClaims claims = ArticleClaims.of(receipt.article());
              return receipt.isNew()
                  ? Response.created(URI.create("/v1/articles/" + claims.articleId()))
                      .entity(claims)
                      .build()
                  : Response.ok(claims).build();
            });
  }

  @POST
  @AuthorizationPolicy(name = IngestionPolicy.NAME)
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @Blocking
  @Operation(summary = "Takes one article a line, and answers each with a line, in their order")
  @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "200",
      description = "A line is as the answer to one article, or a problem",
      content = @Content(schema = @Schema(type = SchemaType.STRING)))
  public StreamingOutput postMany(InputStream body) {
    return uploads.answers(body);
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The stored article")
  @APIResponse(responseCode = "200", description = "Its text is what evidence points into")
  @APIResponse(responseCode = "404", description = "There is none; problem+json")
  public Uni<ArticleView> article(@Parameter(example = EXAMPLE) @PathParam("id") String id) {
    return found(id, store::find).map(ArticleView::of);
  }

  @GET
  @Path("{id}/claims")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "All claims ever found in the article")
  @APIResponse(responseCode = "200", description = "Also those that no longer stand")
  @APIResponse(responseCode = "404", description = "There is none; problem+json")
  public Uni<ClaimList> claims(@Parameter(example = EXAMPLE) @PathParam("id") String id) {
    return found(id, store::find).map(ClaimList::of);
  }

  @POST
  @AuthorizationPolicy(name = IngestionPolicy.NAME)
  @Path("{id}/retraction")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(summary = "The publisher withdrew the article: retracts its claims")
  @RequestBody(content = @Content(schema = @Schema(implementation = PostedRetraction.class)))
  @APIResponse(responseCode = "200", description = "Its claims, retracted")
  @APIResponse(responseCode = "404", description = "There is none; problem+json")
  public Uni<ClaimList> retract(
      @Parameter(example = EXAMPLE) @PathParam("id") String id, InputStream body) {
    String reason = reader.reason(body);
    return found(id, known -> store.withdraw(known, reason)).map(ClaimList::of);
  }

  private static Uni<KnownArticle> found(String id, Function<String, Uni<KnownArticle>> source) {
    Uni<KnownArticle> article =
        ArticleIds.isArticleId(id) ? source.apply(id) : Uni.createFrom().nullItem();
    return article
        .onFailure(Transience::isTransient)
        .transform(ServiceProblems::unavailable)
        .onItem()
        .ifNull()
        .failWith(() -> Problems.notFound("no article has the id that the path names"));
  }
}
