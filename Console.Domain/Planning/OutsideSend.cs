using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Planning;

/// <summary>
/// 后台群发: a mass send that was made past the console, in the platform's own pages or by another program, and that the platform told of. It
/// uses up the same quota (reference 4.2: web and API together).
/// </summary>
public sealed class OutsideSend : IScoped
{
    private OutsideSend()
    {
    }

    /// <summary>A send that the platform's event spoke of and that is no delivery of the console.</summary>
    /// <param name="agencyId">Whose account.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="msgId">The platform's number of the send.</param>
    /// <param name="at">When it went out, by the platform's clock.</param>
    /// <param name="now">UTC.</param>
    public OutsideSend(Guid agencyId, Guid accountId, string msgId, DateTimeOffset at, DateTimeOffset now) =>
        (AgencyId, AccountId, MsgId, At, NotedAt) = (agencyId, accountId, msgId, at.ToUniversalTime(), now);

    /// <summary>Identity; time-ordered.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The platform's number of the send; an account has each once.</summary>
    public string MsgId { get; private set; } = string.Empty;

    /// <summary>When it went out, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When the console heard of it, UTC.</summary>
    public DateTimeOffset NotedAt { get; private set; }
}
