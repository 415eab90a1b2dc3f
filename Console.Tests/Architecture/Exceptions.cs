using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Checks.Links;
using GovAccountConsole.Infrastructure.Jobs.Callbacks;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;

namespace GovAccountConsole.Tests.Architecture;

/// <summary>Who may leave a rule, and why. Adding a line here is a decision to be defended in review.</summary>
public static class Exceptions
{
    /// <summary>Entities every signed-in person may see, or that no person ever queries.</summary>
    public static IReadOnlyDictionary<Type, string> UnscopedEntities { get; } = new Dictionary<Type, string>
    {
        [typeof(Sector)] = "names of the lines of work, the same for everybody",
        [typeof(AgencyLineage)] = "the scope filter itself is made of it",
        [typeof(ReviewPlan)] = "reached through an account, which is scoped",
        [typeof(MediumContent)] = "the bytes of a picture, reached through the picture, which is scoped",
        [typeof(MediumForm)] = "a picture as it goes to the platform, reached through the picture, which is scoped",
        [typeof(MediumUse)] = "which revision shows which picture: two ids, read only together with the post and the picture, which are scoped",
        [typeof(MatrixState)] = "the matrix-wide stop and the installation the database belongs to, one row for all",
        [typeof(GovAccountConsole.Domain.Audit.AuditAnchor)] = "heads of the audit chain: a number and a hash, meant to be printed",
        [typeof(GovAccountConsole.Domain.Audit.AuditCheck)] = "when the chain was last walked along, one row for all",
        [typeof(GovAccountConsole.Infrastructure.Jobs.Nodes.ConsoleNode)] = "which copies of the console run and how their lanes do; no content",
        [typeof(RoleGrant)] = "read to find out the scope",
        [typeof(Person)] = "sign-in happens before there is a scope; lists of people go through grants",
        [typeof(IdentityUserClaim<Guid>)] = "Identity's own",
        [typeof(IdentityUserLogin<Guid>)] = "Identity's own",
        [typeof(IdentityUserToken<Guid>)] = "Identity's own",
        [typeof(AccountToken)] = "the platform's tokens, read by the client only, never shown",
        [typeof(PlatformUpload)] = "what an account has on the platform, read by the delivery lane only",
        [typeof(CallBudget)] = "counts of questions for one account, read beside the account that was found within scope",
        [typeof(CallbackReceipt)] = "that a callback was taken in, read by its receiver only",
        [typeof(GovAccountConsole.Domain.Templates.PostTemplate)] = "templates of the bodies above are for everybody below them; queries ask for the lineage",
        [typeof(RuleList)] = "the department's lists, which everybody may read",
        [typeof(RuleListVersion)] = "the department's lists, which everybody may read",
        [typeof(WordEntry)] = "the department's lists, which everybody may read",
        [typeof(OfficeEntry)] = "the department's lists, which everybody may read",
        [typeof(SiteEntry)] = "the department's lists, which everybody may read",
        [typeof(RuleProfile)] = "the department's lists, which everybody may read",
        [typeof(CheckedLink)] = "whether an address opens; reached through the text it stands in",
        [typeof(GovAccountConsole.Domain.Reviews.Absences.Absence)] = "concerns two people who may sit at different agencies; AbsenceRows.SeenBy says who sees it",
        [typeof(NoticeCause)] = "read by the lane that tells people only, never shown",
        [typeof(NoticeSettings)] = "keyed by the person, read and written for oneself only",
        [typeof(NoticeMail)] = "read by the mail lane only; what it says comes from notices, which are scoped",
        [typeof(DataProtectionKey)] = "keys of the servers, never shown",
    };

    /// <summary>Types that act for the whole matrix or read past the filter.</summary>
    public static IReadOnlyDictionary<string, string> UnscopedAccess { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["GovAccountConsole.Infrastructure.Data.WorkStep"] = "takes locks and sends the change hint; reads no rows",
        ["GovAccountConsole.Infrastructure.Data.Seeding.SimulatorSeeding"] = "tells the bundled simulator of the demo accounts at start, before anybody is let in",
        ["GovAccountConsole.Infrastructure.Data.Seeding.Rules.TemplateCatalogue"] = "gives the department its first templates at start, before anybody is let in",
        ["GovAccountConsole.Infrastructure.Templates.TemplateQueries"] = "names the bodies above whose templates a person writes by; reads nothing else of them",
        ["GovAccountConsole.Infrastructure.Weixin.DatabaseTokenStore"] = "keeps the platform's token of one AppID in one statement; no person reads it",
        ["GovAccountConsole.Infrastructure.Weixin.PlatformAccounts"] = "the platform names an account by its AppID and knows no scopes",
        ["GovAccountConsole.Infrastructure.Accounts.Import.ImportAccounts"] = "an AppID is unique in the whole matrix, also where the importer does not see; reads nothing else",
        ["GovAccountConsole.Infrastructure.Audit.AuditSealer"] = "one chain for the whole matrix; gives entries their hashes and shows them to nobody",
        ["GovAccountConsole.Infrastructure.Audit.AuditExportQueries"] = "a stretch of the chain is whole or worthless; content only of the agencies the person may read, the rest by hash",
        ["GovAccountConsole.Infrastructure.Evidence.EvidenceQueries"] = "audit entries of a post that was found within scope keep the agency of their time; of others only hashes",
        ["GovAccountConsole.Infrastructure.Evidence.SentenceIndexing"] = "makes the index of all revisions; shows them to nobody",
        ["GovAccountConsole.Infrastructure.Audit.AuditVerifier"] = "walks along the whole chain; gives out a number and hashes, no content",
        ["GovAccountConsole.Infrastructure.Checks.Links.LinkClaims"] = "SKIP LOCKED and RETURNING over addresses; reads no content",
        ["GovAccountConsole.Infrastructure.Jobs.Notices.NoticeClaims"] = "SKIP LOCKED and RETURNING; hands out ids and leases, no content",
        ["GovAccountConsole.Infrastructure.Media.PlatformForms"] = "keeps the form of a picture that was found within scope or is bound by a revision; who comes second takes the first one's",
        ["GovAccountConsole.Infrastructure.Reviews.Absences.NoteAbsence"] = "takes a lock, so that of two notings the second sees the first",
        ["GovAccountConsole.Infrastructure.Reviews.Absences.AbsenceQueries"] = "names of agencies of absences one may see and of people one may choose",
        ["GovAccountConsole.Infrastructure.Jobs.Reviews.EscalationLane"] = "FOR UPDATE SKIP LOCKED over posts whose step ran out; ids only",
        ["GovAccountConsole.Infrastructure.Jobs.Notices.NoticeMaker"] = "INSERT ... ON CONFLICT on the mails that are due together; reads ids only",
        ["GovAccountConsole.Infrastructure.Jobs.Preflight.PreflightClaims"] = "follows the deliveries in one statement; SKIP LOCKED and RETURNING; hands out ids and leases, no content",
        ["GovAccountConsole.Infrastructure.Jobs.Publishing.PublicationClaims"] = "SKIP LOCKED and RETURNING; hands out ids and leases, no content",
        ["GovAccountConsole.Infrastructure.Jobs.Publishing.CallBudgets"] = "counts and refuses in one upsert; knows an account by its id, hands out no content",
    };
}
