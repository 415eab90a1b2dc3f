using Microsoft.AspNetCore.SignalR.Protocol;

namespace GovAccountConsole.Benchmarks.Circuits;

/// <summary>The hub protocol of Blazor Server: MessagePack under another name.</summary>
internal sealed class BlazorPackProtocol : MessagePackHubProtocol, IHubProtocol
{
    string IHubProtocol.Name => "blazorpack";
}
