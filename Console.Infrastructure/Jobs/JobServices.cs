using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Infrastructure.Evidence;
using GovAccountConsole.Infrastructure.Checks.Links;
using GovAccountConsole.Infrastructure.Jobs.Callbacks;
using GovAccountConsole.Infrastructure.Jobs.Nodes;
using GovAccountConsole.Infrastructure.Jobs.Notices;
using GovAccountConsole.Infrastructure.Jobs.Preflight;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Jobs.Reviews;
using GovAccountConsole.Infrastructure.Jobs.Sweeping;
using GovAccountConsole.Infrastructure.Mail;
using GovAccountConsole.Infrastructure.Notices;
using GovAccountConsole.Infrastructure.Publishing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Infrastructure.Jobs;

/// <summary>Registers what works by itself or on the platform's behalf.</summary>
public static class JobServices
{
    /// <summary>Adds the callback receiver and the parts of the delivery lane; <see cref="AddWorkers"/> makes them run.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PublishingOptions>().Bind(configuration.GetSection(PublishingOptions.Section))
            .Validate(options => options is { Parallelism: > 0 } && options.Lease >= TimeSpan.FromSeconds(5), "Publishing:Parallelism and Publishing:Lease must be positive.")
            .ValidateOnStart();
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section))
            .Validate(options => !options.IsOn || MimeKit.MailboxAddress.TryParse(options.From, out _), "Mail:From is not an e-mail address.")
            .ValidateOnStart();
        services.AddSingleton<CallbackAccounts>();
        services.AddSingleton<CallbackIntake>();
        services.AddOptions<PreflightOptions>().Bind(configuration.GetSection(PreflightOptions.Section))
            .Validate(options => options.First > options.Second && options.Second > options.Last && options.Last > TimeSpan.Zero && options is { Batch: > 0, Questions: > 0 }, "Preflight:First, Second and Last must fall in this order; Batch and Questions must be positive.")
            .ValidateOnStart();
        services.AddSingleton<PreflightClaims>();
        services.AddSingleton<PreflightScenes>();
        services.AddSingleton<PreflightPlatform>();
        services.AddSingleton<PreflightRunner>();
        services.AddSingleton<PreflightWords>();
        services.AddSingleton<CallbackReceiver>();
        services.AddSingleton<PublicationClaims>();
        services.AddSingleton<DeliveryBook>();
        services.AddSingleton<PublicationMedia>();
        services.AddSingleton<CallBudgets>();
        services.AddSingleton<PublicationLookup>();
        services.AddSingleton<PublicationFollowUp>();
        services.AddSingleton<PublicationRunner>();
        services.AddSingleton<PublicationReadBack>();
        services.AddSingleton<ConsoleMeters>();
        services.AddSingleton<Sweeper>();
        services.AddSingleton<NoticeClaims>();
        services.AddSingleton<NoticeMaker>();
        services.AddSingleton<NoticeWords>();
        services.AddSingleton<NoticeLetter>();
        services.AddSingleton<SmtpPost>();
        services.AddSingleton<MailRunner>();
        return services;
    }

    /// <summary>Starts the lanes with the host. Not for tests that call the parts themselves.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services) => services
        .AddHostedService<PublicationLane>()
        .AddHostedService<ReadBackLane>()
        .AddHostedService<PreflightLane>()
        .AddHostedService<NoticeLane>()
        .AddHostedService<ReviewClock>()
        .AddHostedService<EscalationLane>()
        .AddHostedService<MailLane>()
        .AddHostedService<Housekeeping>()
        .AddHostedService<SweeperLane>()
        .AddHostedService<NodeBeats>()
        .AddHostedService<AuditSealing>().AddHostedService<SentenceIndexing>()
        .AddHostedService<LinkLane>();
}
