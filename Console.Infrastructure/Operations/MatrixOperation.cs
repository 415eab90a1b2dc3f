using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>What an act on the whole matrix loads: its state, and its top agency, for which the role must be held.</summary>
internal static class MatrixOperation
{
    private static readonly Role[] _operators = [.. Enum.GetValues<Role>().Where(role => PermissionTable.Allows(role, Permission.OperateMatrix))];

    public static async Task<Result<(MatrixState State, Guid Top)>> LoadAsync(WorkStep step)
    {
        // The top is seen only by who holds a grant there; a district's supervisor must not stop the city.
        var top = await step.Db.Agencies.Where(agency => agency.ParentId == null).Select(agency => (Guid?)agency.Id).FirstOrDefaultAsync(step.Token);
        return top is { } agency && await step.CanAsync(Permission.OperateMatrix, agency)
            ? (await step.Db.Matrix.SingleAsync(step.Token), agency)
            : Error.Forbidden;
    }

    /// <summary>How many people may operate the whole matrix.</summary>
    public static Task<int> OperatorsAsync(WorkStep step, Guid top) =>
        step.Db.RoleGrants.Where(grant => _operators.Contains(grant.Role) && grant.AgencyId == top
                && step.Db.Users.Any(person => person.Id == grant.PersonId && person.LockoutEnd != DateTimeOffset.MaxValue))
            .Select(grant => grant.PersonId).Distinct().CountAsync(step.Token);
}
