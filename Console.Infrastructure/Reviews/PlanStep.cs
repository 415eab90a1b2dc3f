using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews;

/// <summary>What every change of a plan does first and last.</summary>
internal static class PlanStep
{
    /// <summary>The top of the tree, for who maintains the rules of the whole matrix; a district's supervisor does not change the city's plans.</summary>
    public static async Task<Result<Guid>> TopForPlansAsync(this WorkStep step)
    {
        var top = await step.Db.Agencies.Where(agency => agency.ParentId == null).Select(agency => (Guid?)agency.Id).FirstOrDefaultAsync(step.Token);
        return top is { } agency && await step.CanAsync(Permission.ManageRules, agency) ? agency : Error.Forbidden;
    }

    /// <summary>What a plan names exists: sectors, and agencies and accounts in scope.</summary>
    public static async Task<Result> KnownAsync(this WorkStep step, PlanConditions when)
    {
        var errors = new List<Error>();
        if (await step.Db.Sectors.CountAsync(sector => when.Sectors.Contains(sector.Code), step.Token) != when.Sectors.Distinct(StringComparer.Ordinal).Count())
        {
            errors.Add(Error.NotAccepted("when.sectors"));
        }

        if (await step.Db.Agencies.CountAsync(agency => when.Agencies.Contains(agency.Id), step.Token) != when.Agencies.Distinct().Count())
        {
            errors.Add(Error.NotAccepted("when.agencies"));
        }

        if (await step.Db.Accounts.CountAsync(account => when.Accounts.Contains(account.Id), step.Token) != when.Accounts.Distinct().Count())
        {
            errors.Add(Error.NotAccepted("when.accounts"));
        }

        return Result.From(errors);
    }

    /// <summary>Tells open pages that plans changed.</summary>
    public static void PlansChanged(this WorkStep step) => step.Signal(new Change(ChangeKind.Rules, Guid.Empty, Guid.Empty));
}
