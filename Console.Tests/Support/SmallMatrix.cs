using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Support;

/// <summary>
/// A department with police (and a traffic unit below it) and a court, their people and one active account each: small enough to reason about,
/// real enough for every rule of scope and review.
/// </summary>
public sealed class SmallMatrix
{
    private readonly TestDatabase _database;

    private SmallMatrix(TestDatabase database) => _database = database;

    public Agency Department { get; private set; } = null!;

    public Agency Police { get; private set; } = null!;

    public Agency Traffic { get; private set; } = null!;

    public Agency Court { get; private set; } = null!;

    public Actor Editor { get; private set; } = null!;

    public Actor Reviewer { get; private set; } = null!;

    public Actor FinalReviewer { get; private set; } = null!;

    public Actor Supervisor { get; private set; } = null!;

    public Actor Administrator { get; private set; } = null!;

    public Actor Auditor { get; private set; } = null!;

    public Actor CourtEditor { get; private set; } = null!;

    /// <summary>Writes and may review: whoever wrote is refused for having written, not for a missing role.</summary>
    public Actor ReviewingEditor { get; private set; } = null!;

    public Actor Stranger { get; private set; } = null!;

    public OfficialAccount PoliceAccount { get; private set; } = null!;

    public OfficialAccount TrafficAccount { get; private set; } = null!;

    public OfficialAccount CourtAccount { get; private set; } = null!;

    public Guid Cover { get; private set; }

    private DateTimeOffset Now => _database.Time.GetUtcNow();

    public static async Task<SmallMatrix> CreateAsync(TestDatabase database)
    {
        var matrix = new SmallMatrix(database);
        await using var db = await database.OpenAsync();
        if (!await db.Sectors.AnyAsync())
        {
            db.Sectors.Add(new Sector("office", "新闻办", "新", "#44525F", 1));
        }

        var sector = (await db.Sectors.FirstOrDefaultAsync())?.Code ?? "office";
        matrix.Department = matrix.Agency(db, "临江市委宣传部", sector);
        matrix.Police = matrix.Agency(db, "市公安局", sector, matrix.Department);
        matrix.Traffic = matrix.Agency(db, "交警支队", sector, matrix.Police, matrix.Department);
        matrix.Court = matrix.Agency(db, "市中级人民法院", sector, matrix.Department);
        await db.SaveChangesAsync();

        matrix.Editor = matrix.Person(db, "李知远", matrix.Police, Role.Editor);
        matrix.Reviewer = matrix.Person(db, "周岚", matrix.Police, Role.Reviewer);
        matrix.FinalReviewer = matrix.Person(db, "郑怀安", matrix.Police, Role.FinalReviewer);
        matrix.Supervisor = matrix.Person(db, "何立明", matrix.Department, Role.Supervisor);
        matrix.Administrator = matrix.Person(db, "张敏", matrix.Department, Role.Administrator);
        matrix.Auditor = matrix.Person(db, "孟晓棠", matrix.Department, Role.Auditor);
        matrix.CourtEditor = matrix.Person(db, "顾青禾", matrix.Court, Role.Editor);
        matrix.ReviewingEditor = matrix.Person(db, "秦小满", matrix.Police, Role.Editor);
        db.RoleGrants.Add(new RoleGrant(matrix.ReviewingEditor.PersonId, Role.Reviewer, matrix.Police.Id, null, matrix.Now));
        matrix.ReviewingEditor = matrix.ReviewingEditor with { Grants = [.. matrix.ReviewingEditor.Grants, new Grant(Role.Reviewer, matrix.Police.Id)] };
        matrix.Stranger = matrix.Person(db, "路人", matrix.Department, null);
        await db.SaveChangesAsync();

        matrix.PoliceAccount = matrix.Account(db, "临江公安", matrix.Police, "wx00000000000000a1", AccountKind.Subscription);
        matrix.TrafficAccount = matrix.Account(db, "临江交警", matrix.Traffic, "wx00000000000000a2", AccountKind.Service);
        matrix.CourtAccount = matrix.Account(db, "临江中院", matrix.Court, "wx00000000000000a3", AccountKind.Subscription);
        matrix.Cover = matrix.Picture(db, matrix.Police);
        await db.SaveChangesAsync();
        return matrix;
    }

    public PostDraft Draft(OfficialAccount? account = null, Channel channel = Channel.Publish, string title = "今晚大雾，绕城高速北段可能临时管制", string html = "<p>去机场：走滨江大道。</p>") =>
        new((account ?? PoliceAccount).Id, channel, null, [new Article(title, "临江公安", "22:00 起可能封闭", html, null, Cover, true, false)]);

    public async Task<PostVersion> CreatedAsync(OfficialAccount? account = null, Channel channel = Channel.Publish) =>
        (await _database.Get<CreatePost>().ExecuteAsync(Editor, Draft(account, channel), SaveMode.Complete, CancellationToken.None)).Value;

    public async Task<PostVersion> SubmittedAsync(OfficialAccount? account = null, Channel channel = Channel.Publish)
    {
        var created = await CreatedAsync(account, channel);
        return (await _database.Get<SubmitPost>().ExecuteAsync(Editor, created.Id, null, CancellationToken.None)).Value;
    }

    public async Task<PostVersion> ApprovedAsync(OfficialAccount? account = null, Channel channel = Channel.Publish)
    {
        var post = await SubmittedAsync(account, channel);
        foreach (var actor in new[] { Reviewer, FinalReviewer, Supervisor })
        {
            post = (await _database.Get<DecidePost>().ExecuteAsync(actor, post.Id, post.Revision, new Verdict(DecisionKind.Approve, null), CancellationToken.None)).Value;
        }

        return post;
    }

    public async Task<PostVersion> ScheduledAsync(DateTimeOffset at, OfficialAccount? account = null, Channel channel = Channel.Publish)
    {
        var post = await ApprovedAsync(account, channel);
        return (await _database.Get<SchedulePost>().ExecuteAsync(Editor, post.Id, at, null, CancellationToken.None)).Value;
    }

    private Agency Agency(ConsoleDb db, string name, string sector, params Agency[] ancestors)
    {
        var agency = GovAccountConsole.Domain.Agencies.Agency.Create(name, sector, "320500", ancestors.FirstOrDefault(), 0, null, Now).Value;
        db.Agencies.Add(agency);
        db.AgencyLineage.Add(new AgencyLineage(agency.Id, agency.Id));
        db.AgencyLineage.AddRange(ancestors.Select(ancestor => new AgencyLineage(agency.Id, ancestor.Id)));
        return agency;
    }

    private Actor Person(ConsoleDb db, string name, Agency agency, Role? role)
    {
        var id = Guid.CreateVersion7();
        var email = $"{id:N}@example.gov";
        db.Users.Add(new Person
        {
            Id = id, Name = name, AgencyId = agency.Id, Email = email, NormalizedEmail = email.ToUpperInvariant(),
            UserName = email, NormalizedUserName = email.ToUpperInvariant(), CreatedAt = Now,
        });
        if (role is { } given)
        {
            db.RoleGrants.Add(new RoleGrant(id, given, agency.Id, null, Now));
        }

        return new Actor(id, name, role is { } held ? [new Grant(held, agency.Id)] : []);
    }

    private OfficialAccount Account(ConsoleDb db, string name, Agency agency, string appId, AccountKind kind)
    {
        var sealer = _database.Get<SecretSealer>();
        var secrets = new AccountSecrets("0123456789abcdef0123456789abcdef", "Token2026", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
        var account = OfficialAccount.Apply(
            agency.Id, new AccountDetails(name, appId, kind, true, Positioning.Service) { OriginalId = "gh_" + appId[^12..] }, secrets,
            new SealedSecrets(sealer.Seal(secrets.AppSecret), sealer.Seal(secrets.Token), sealer.Seal(secrets.EncodingAesKey)), Administrator.Id, Now).Value;
        account.NoteChecks(Some.Passing, Administrator.Id, Now);
        account.Approve(Supervisor.PersonId, Now);
        db.Accounts.Add(account);
        return account;
    }

    private Guid Picture(ConsoleDb db, Agency agency)
    {
        using var bitmap = new SkiaSharp.SKBitmap(90, 38);
        bitmap.Erase(SkiaSharp.SKColors.SteelBlue);
        var bytes = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Jpeg, 80).ToArray();
        var medium = new Medium(
            agency.Id, Editor.Id, "cover.jpg", "image/jpeg", 90, 38, bytes,
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), Now);
        db.Media.Add(medium);
        return medium.Id;
    }
}
