return await Graph.Host.Cli.GraphCli.Run(args);
