using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>Result of a live test.</summary>
/// <param name="Status">How the account stands after it.</param>
/// <param name="Checks">What was tested.</param>
public sealed record Verification(AccountStatus Status, IReadOnlyList<CredentialCheck> Checks);

/// <summary>Tests an account's credentials live against the platform and keeps the result.</summary>
public sealed class VerifyAccount(Work work, SecretSealer sealer, AccountProbe probe, TokenKeeper tokens)
{
    /// <summary>Calls the platform outside any transaction; credentials changed meanwhile make the result stale.</summary>
    public async Task<Result<Verification>> ExecuteAsync(Actor actor, Guid id, CancellationToken token)
    {
        var found = await work.RunAsync<OfficialAccount>(actor, async step =>
        {
            var loaded = await step.FindAsync(step.Db.Accounts, id, Permission.ManageAccounts);
            return loaded.Succeeded && loaded.Value.Status == AccountStatus.Closed ? AccountErrors.WrongState(AccountStatus.Closed) : loaded;
        }, token);
        if (!found.Succeeded)
        {
            return Result<Verification>.Refuse(found.Errors);
        }

        var account = found.Value;
        var secret = account.SealedAppSecret is { } kept ? sealer.Open(kept) : string.Empty;
        var checks = await probe.RunAsync(new ProbedCredentials(account.AppId, secret, account.Id), token);
        // The next call uses the credentials just tried, not what older ones left behind.
        await tokens.ForgetAsync(account.AppId, token);
        return await work.RunAsync<Verification>(actor, async step =>
        {
            var again = await step.FindAsync(step.Db.Accounts, id, Permission.ManageAccounts);
            if (!again.Succeeded)
            {
                return Result<Verification>.Refuse(again.Errors);
            }

            if (again.Value.AppId != account.AppId || again.Value.SealedAppSecret != account.SealedAppSecret)
            {
                return Error.Stale;
            }

            var noted = again.Value.NoteChecks(checks, step.Actor.Id, step.Now);
            if (noted.Succeeded && !again.Value.HasFailedCheck) await ParkedDeliveries.ResumeAsync(step, id);
            return noted.Succeeded ? new Verification(again.Value.Status, checks) : Result<Verification>.Refuse(noted.Errors);
        }, token);
    }
}
