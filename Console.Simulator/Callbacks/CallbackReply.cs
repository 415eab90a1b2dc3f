using System.Text;

namespace GovAccountConsole.Simulator.Callbacks;

/// <summary>What a callback address answered; without a status it did not answer, and the problem says why.</summary>
internal sealed record CallbackReply(int? Status, byte[] Body, string? Problem)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public string Text => Encoding.UTF8.GetString(Body);

    public string Outcome => Problem ?? (IsSuccess ? "ok" : $"http {Status}");
}
