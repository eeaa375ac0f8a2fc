package hongyan.service.chain;

import com.fasterxml.jackson.annotation.JsonInclude;
import hongyan.pipelines.series.Page;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.api.ListOptions;
import hongyan.service.errors.Forbidden;
import hongyan.service.evidence.verify.VerifierKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The chain over HTTP: everything here is public by its nature, it holds hashes alone. */
@Tag(name = "evidence", description = "证据：证据链、证据包、核验")
@RestController
@RequestMapping("/api/v1/chain")
class ChainController {
  private final Chain chain;
  private final WhoAsks whoAsks;

  ChainController(Chain chain, WhoAsks whoAsks) {
    this.chain = chain;
    this.whoAsks = whoAsks;
  }

  /**
   * A signed head.
   *
   * @param root hex
   * @param note what is printed or lodged
   * @param stamped whether an authority said when it saw it
   */
  record HeadView(
      long size,
      String root,
      Instant time,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate day,
      boolean stamped,
      String note) {

    static HeadView of(Head head) {
      return new HeadView(
          head.tree().size(),
          HexFormat.of().formatHex(head.tree().root()),
          head.tree().time(),
          head.day(),
          head.timestamp() != null,
          head.note());
    }
  }

  /** A public key and since when it signs. */
  record KeyView(
      String name, String id, String fingerprint, String line, String pem, Instant since) {

    static KeyView of(String line, String since) {
      VerifierKey key = VerifierKey.parse("", line);
      return new KeyView(
          key.name(), key.id(), key.fingerprint(), line, key.pem(), Instant.parse(since));
    }
  }

  /** The place of one record in the tree; hashes in hex. */
  record ProofView(
      String topic, long index, String leafHash, long size, String root, List<String> path) {}

  /** What shows that one tree begins with another; hashes in hex. */
  record ConsistencyView(long from, long to, String fromRoot, String toRoot, List<String> path) {}

  @Operation(summary = "The public key that signs, as PEM")
  @GetMapping(path = "/key", produces = "application/x-pem-file")
  String key() {
    return chain.key().verifier().pem();
  }

  @Operation(summary = "Every key that ever signed, newest first")
  @GetMapping("/keys")
  List<KeyView> keys() {
    List<KeyView> keys = new java.util.ArrayList<>();
    chain
        .file()
        .listSigners()
        .forEach(signer -> keys.add(0, KeyView.of(signer.getKey(), signer.getValue())));
    return keys;
  }

  @Operation(summary = "The signed tree heads, newest first")
  @GetMapping("/heads")
  Page<HeadView> heads(@ParameterObject ListOptions options) {
    String cursor = options.paging().cursor();
    int limit = options.paging().limit();
    long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
    List<Head> heads = chain.file().listHeads(before, limit + 1);
    List<Head> shown = heads.subList(0, Math.min(limit, heads.size()));
    String next = heads.size() > limit ? String.valueOf(shown.get(limit - 1).id()) : null;
    return new Page<>(shown.stream().map(HeadView::of).toList(), next);
  }

  @Operation(summary = "Signs the tree as it is now; officers only")
  @PostMapping("/heads")
  HeadView sign() {
    Person person = whoAsks.get();
    if (!person.has(Role.INSPECTOR) && !person.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("inspectors and administrators sign heads");
    }
    return HeadView.of(chain.sign());
  }

  @Operation(summary = "The first head that was signed of the tree of that size")
  @GetMapping("/heads/{size}")
  HeadView head(@PathVariable long size) {
    return HeadView.of(find(size));
  }

  @Operation(summary = "The same as the text that is printed or lodged with a third party")
  @GetMapping(path = "/heads/{size}/note", produces = "text/plain;charset=UTF-8")
  String note(@PathVariable long size) {
    return find(size).note();
  }

  @Operation(summary = "The RFC 3161 time stamp token of the head, where there is one")
  @GetMapping(path = "/heads/{size}/timestamp")
  ResponseEntity<byte[]> timestamp(@PathVariable long size) {
    byte[] token = find(size).timestamp();
    if (token == null) {
      throw new NoSuchElementException("the head of size %d has no stamp".formatted(size));
    }
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).body(token);
  }

  private Head find(long size) {
    return chain
        .file()
        .findHead(size)
        .orElseThrow(() -> new NoSuchElementException("no head was signed of size " + size));
  }

  @Operation(
      summary = "Where the versions of a record stand in the tree, with the proof of each",
      description =
          "topic and id name the record (a reading's id is station|pollutant|averaging|time); size"
              + " is that of a head, the newest tree when absent")
  @GetMapping("/proof")
  List<ProofView> proof(
      @RequestParam String topic,
      @RequestParam String id,
      @RequestParam(required = false) @Nullable Long size) {
    long treeSize = size == null ? chain.file().size() : size;
    String root = hex(chain.file().root(treeSize));
    List<ProofView> proofs =
        chain.listLeaves(topic, id).stream()
            .filter(leaf -> leaf.index() < treeSize)
            .map(leaf -> proof(leaf, treeSize, root))
            .toList();
    if (proofs.isEmpty()) {
      throw new NoSuchElementException("no record %s/%s in that tree".formatted(topic, id));
    }
    return proofs;
  }

  private ProofView proof(Leaf leaf, long size, String root) {
    return new ProofView(
        leaf.topic(),
        leaf.index(),
        hex(leaf.hash()),
        size,
        root,
        hex(chain.file().inclusion(leaf.index(), size)));
  }

  @Operation(summary = "The proof that the tree of one size begins with that of another")
  @GetMapping("/consistency")
  ConsistencyView consistency(@RequestParam long from, @RequestParam long to) {
    ChainFile file = chain.file();
    List<String> path = hex(file.consistency(from, to));
    return new ConsistencyView(from, to, hex(file.root(from)), hex(file.root(to)), path);
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(ChainController::hex).toList();
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
