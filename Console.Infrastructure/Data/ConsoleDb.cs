using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Jobs.Nodes;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Data;

/// <summary>
/// The database. Every scoped entity carries the "scope" query filter: only rows whose agency lies at or below one of <see cref="ScopeRoots"/>
/// are seen, and by default that is nothing (docs/decisions/0004).
/// </summary>
public sealed class ConsoleDb(DbContextOptions<ConsoleDb> options) : IdentityUserContext<Person, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Name of the scope filter.</summary>
    public const string ScopeFilter = "scope";

    /// <summary>Name of the filter that hides deleted drafts.</summary>
    public const string DeletedFilter = "deleted";

    /// <summary>The agencies whose subtrees this context sees. Empty: nothing.</summary>
    public Guid[] ScopeRoots { get; set; } = [];

    /// <summary>Lines of government work.</summary>
    public DbSet<Sector> Sectors => Set<Sector>();

    /// <summary>The tree of government bodies.</summary>
    public DbSet<Agency> Agencies => Set<Agency>();

    /// <summary>Every agency with each of its ancestors, itself included.</summary>
    public DbSet<AgencyLineage> AgencyLineage => Set<AgencyLineage>();

    /// <summary>Who holds which role where.</summary>
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    /// <summary>Official accounts.</summary>
    public DbSet<OfficialAccount> Accounts => Set<OfficialAccount>();

    /// <summary>Posts.</summary>
    public DbSet<Post> Posts => Set<Post>();

    /// <summary>Immutable snapshots of posts.</summary>
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>Who has which post open now; rows go when the page is left.</summary>
    public DbSet<PostVisit> PostVisits => Set<PostVisit>();

    /// <summary>What happened to posts.</summary>
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    /// <summary>Review plans.</summary>
    public DbSet<ReviewPlan> ReviewPlans => Set<ReviewPlan>();

    /// <summary>Passages of posts through review.</summary>
    public DbSet<Review> Reviews => Set<Review>();

    /// <summary>What was said about passages of posts.</summary>
    public DbSet<Remark> Remarks => Set<Remark>();

    /// <summary>Who last saw which revision.</summary>
    public DbSet<ReviewLook> ReviewLooks => Set<ReviewLook>();

    /// <summary>Deliveries; each row is its own job.</summary>
    public DbSet<Publication> Publications => Set<Publication>();

    /// <summary>Pictures.</summary>
    public DbSet<Medium> Media => Set<Medium>();

    /// <summary>Which revision shows which picture.</summary>
    public DbSet<MediumUse> MediaUses => Set<MediumUse>();

    /// <summary>Looks before sending.</summary>
    public DbSet<PostPreflight> Preflights => Set<PostPreflight>();

    /// <summary>Mass sends made past the console.</summary>
    public DbSet<OutsideSend> OutsideSends => Set<OutsideSend>();

    /// <summary>Conversations with citizens.</summary>
    public DbSet<CitizenThread> Threads => Set<CitizenThread>();

    /// <summary>Messages of conversations.</summary>
    public DbSet<CitizenMessage> Messages => Set<CitizenMessage>();

    /// <summary>Audit entries.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>What people are to be told of.</summary>
    public DbSet<NoticeCause> NoticeCauses => Set<NoticeCause>();

    /// <summary>What people were told.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>How people want to be told.</summary>
    public DbSet<NoticeSettings> NoticeSettings => Set<NoticeSettings>();

    /// <summary>Mails with notices; each row is its own job.</summary>
    public DbSet<NoticeMail> NoticeMails => Set<NoticeMail>();

    /// <summary>The matrix-wide stop: one row.</summary>
    public DbSet<MatrixState> Matrix => Set<MatrixState>();

    /// <summary>What the sweeper found.</summary>
    public DbSet<SweepFinding> SweepFindings => Set<SweepFinding>();

    /// <summary>Running copies of the console.</summary>
    public DbSet<ConsoleNode> Nodes => Set<ConsoleNode>();

    /// <summary>Keys of Data Protection, shared by all nodes.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveColumnType("timestamptz");
        foreach (var type in new[]
        {
            typeof(Role), typeof(AccountKind), typeof(Positioning), typeof(AccountStatus), typeof(PostStatus), typeof(Channel), typeof(ReviewStatus),
            typeof(ReviewStepState), typeof(DecisionKind), typeof(StepMode), typeof(StepLevel), typeof(PublicationStatus), typeof(PublicationStepName), typeof(StepState),
            typeof(ThreadStatus), typeof(MessageDirection), typeof(NoticeKind), typeof(NoticeMailStatus), typeof(SweepKind),
        })
        {
            configurationBuilder.Properties(type).HaveConversion<string>().HaveMaxLength(20);
        }
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Person>().ToTable("people");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("person_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("person_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("person_tokens");
        builder.ApplyConfigurationsFromAssembly(typeof(ConsoleDb).Assembly);

        builder.Entity<Agency>().HasQueryFilter(ScopeFilter, agency =>
            AgencyLineage.Any(line => line.AgencyId == agency.Id && ScopeRoots.Contains(line.AncestorId)));
        Scope<OfficialAccount>(builder);
        Scope<Post>(builder);
        Scope<HistoryEntry>(builder);
        Scope<PostVisit>(builder);
        Scope<Review>(builder);
        Scope<EmergencyDesignation>(builder);
        Scope<FollowUpReview>(builder);
        Scope<Remark>(builder);
        Scope<ReviewLook>(builder);
        Scope<Publication>(builder);
        // A picture is seen where its agency is seen, and, when shared, by everybody whose scope lies below its agency.
        builder.Entity<Medium>().HasQueryFilter(ScopeFilter, medium =>
            AgencyLineage.Any(line => line.AgencyId == medium.AgencyId && ScopeRoots.Contains(line.AncestorId))
            || (medium.Shared && AgencyLineage.Any(line => line.AncestorId == medium.AgencyId && ScopeRoots.Contains(line.AgencyId))));
        Scope<CheckDismissal>(builder);
        Scope<CheckRecord>(builder);
        Scope<PostPreflight>(builder);
        Scope<OutsideSend>(builder);
        Scope<CitizenThread>(builder);
        Scope<CitizenMessage>(builder);
        Scope<AuditEntry>(builder);
        Scope<Notice>(builder);
        Scope<SweepFinding>(builder);
        Scope<Evidence.SentenceRow>(builder);
        builder.Entity<Revision>().HasQueryFilter(ScopeFilter, revision =>
            AgencyLineage.Any(line => line.AgencyId == revision.AgencyId && ScopeRoots.Contains(line.AncestorId)));
        builder.Entity<Post>().HasQueryFilter(DeletedFilter, post => post.DeletedAt == null);

        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => typeof(Aggregate).IsAssignableFrom(entity.ClrType)))
        {
            builder.Entity(entity.ClrType).Ignore(nameof(Aggregate.Events));
            builder.Entity(entity.ClrType).Property<Guid>(nameof(Aggregate.Id)).ValueGeneratedNever();
            builder.Entity(entity.ClrType).Property<uint>(nameof(Aggregate.Version)).IsRowVersion();
        }
    }

    private void Scope<T>(ModelBuilder builder)
        where T : class, IScoped =>
        builder.Entity<T>().HasQueryFilter(ScopeFilter, entity =>
            AgencyLineage.Any(line => line.AgencyId == EF.Property<Guid>(entity, nameof(IScoped.AgencyId)) && ScopeRoots.Contains(line.AncestorId)));
}
